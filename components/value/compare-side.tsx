import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { stamp } from '@/components/ui/time-format';
import type { Side } from '@/components/value/compare-table';
import { awsNow } from '@/lib/client/aws-time';
import { problemIn } from '@/lib/client/request';
import { useScreenShare, useShownNames } from '@/lib/client/screen-share';
import { secretQuery } from '@/lib/client/secret';
import type { SecretReading } from '@/lib/contract/answers';
import { arnInRegion, parseSecretArn } from '@/lib/domain/arn';
import { shortId } from '@/lib/domain/short-id';
import { holderOf, type SecretVersion, sortLabels } from '@/lib/domain/version';

interface CompareSideProps {
  readonly scope: string;
  readonly legend: string;
  readonly reading: SecretReading;
  /** Undefined while no version is chosen. */
  readonly side: Side | undefined;
  readonly onSide: (side: Side | undefined) => void;
}

const OTHER = 'other';

/** Chooses one of the two versions: of this secret, of one of its other regions, or of another secret. */
export function CompareSide({ scope, legend, reading, side, onSide }: CompareSideProps) {
  const [where, setWhere] = useState(reading.region);
  const [typed, setTyped] = useState('');
  const regions = regionsOf(reading);
  const arn = where === OTHER ? typed.trim() : arnInRegion(reading.arn, where);
  const valid = parseSecretArn(arn) !== undefined;
  const here = arn === reading.arn;
  const read = useQuery({ ...secretQuery(scope, arn), enabled: !here && valid });
  const shown = here ? reading : read.data;
  const shownName = useShownNames();
  const { on: shared } = useScreenShare();
  // Another place begins with the same version, or what is in force there, as soon as it is read.
  const [wanted, setWanted] = useState<string>();
  const choose = (from: SecretReading, id: string) => {
    const version = from.versions.find((each) => each.id === id);
    onSide(version && { arn: from.arn, versionId: id, note: noteOf(version, from, reading, shownName) });
  };
  const begin = useEffectEvent((from: SecretReading, before: string) => {
    setWanted(undefined);
    choose(
      from,
      from.versions.some(({ id }) => id === before)
        ? before
        : (holderOf(from.versions, 'AWSCURRENT')?.id ?? ''),
    );
  });
  useEffect(() => {
    if (wanted !== undefined && shown) begin(shown, wanted);
  }, [wanted, shown]);
  return (
    <fieldset className="flex min-w-0 flex-1 basis-64 flex-col gap-2.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <Field label="Where">
        {(control) => (
          <Select
            {...control}
            value={where}
            onChange={(event) => {
              setWhere(event.target.value);
              setWanted(side?.versionId ?? wanted ?? '');
              onSide(undefined);
            }}
            className="w-full"
          >
            {regions.map((region) => (
              <option key={region} value={region}>
                {region === reading.region ? `This secret, ${region}` : `Its copy in ${region}`}
              </option>
            ))}
            <option value={OTHER}>Another secret</option>
          </Select>
        )}
      </Field>
      {where === OTHER && (
        <Field
          label="ARN"
          error={
            typed.trim() !== '' && !valid
              ? 'A full secret ARN, with the six characters at its end'
              : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              mono
              // Its name is in it: while the screen is shared it is typed, or pasted, unseen.
              type={shared ? 'password' : 'text'}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setWanted('');
                onSide(undefined);
              }}
            />
          )}
        </Field>
      )}
      <Field label="Version">
        {(control) => (
          <Select
            {...control}
            mono
            value={side?.versionId ?? ''}
            disabled={!shown}
            onChange={(event) => shown && choose(shown, event.target.value)}
            className="w-full"
          >
            <option value="">{read.isFetching ? 'Reading its versions' : 'Choose a version'}</option>
            {shown?.versions.map((version) => (
              <option key={version.id} value={version.id}>
                {optionWords(version, shown)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {read.error && !here && <ProblemNotice problem={problemIn(read.error)} />}
    </fieldset>
  );
}

/** A version of the secret the page is about, as a side to begin with. */
export function sideOf(reading: SecretReading, versionId: string | undefined): Side | undefined {
  const version = reading.versions.find(({ id }) => id === versionId);
  return (
    version && { arn: reading.arn, versionId: version.id, note: noteOf(version, reading, reading, String) }
  );
}

/** What a version is compared with unless the operator says otherwise: the one in force, or the one before it. */
export function counterpartOf(reading: SecretReading, versionId: string): string | undefined {
  const [current, previous] = ['AWSCURRENT', 'AWSPREVIOUS'].map(
    (label) => holderOf(reading.versions, label)?.id,
  );
  return versionId === current ? previous : current;
}

function regionsOf({ secret, region }: SecretReading): string[] {
  const all = [region, ...(secret?.primaryRegion ? [secret.primaryRegion] : [])];
  return [...new Set([...all, ...(secret?.replicas ?? []).map((replica) => replica.region)])];
}

function noteOf(
  version: SecretVersion,
  from: SecretReading,
  page: SecretReading,
  shown: (name: string) => string,
): string {
  const labels = sortLabels(version.labels).join(', ') || 'no label';
  if (from.arn === page.arn) return labels;
  return `${from.name === page.name ? from.region : `${shown(from.name)}, ${from.region}`}, ${labels}`;
}

function optionWords(version: SecretVersion, { versions }: SecretReading): string {
  const short = shortId(
    version.id,
    versions.map(({ id }) => id),
  );
  const labels = sortLabels(version.labels).join(', ') || 'no label';
  const created = version.created ? `, ${stamp(new Date(version.created), new Date(awsNow()))}` : '';
  return `v ${short}…  ${labels}${created}`;
}
