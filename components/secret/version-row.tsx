import { Eye, GitCompareArrows, Tag, Tags } from 'lucide-react';
import { RollBackButton } from '@/components/secret/roll-back-button';
import { IconButton } from '@/components/ui/icon-button';
import { rowLook } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { HeldSpan } from '@/components/version/held-span';
import { KeyMark } from '@/components/version/key-mark';
import { LabelChip } from '@/components/version/label-chip';
import { keepLabelOf, labelFactsOf } from '@/components/version/label-facts';
import { MadeBy } from '@/components/version/made-by';
import { VersionId } from '@/components/version/version-id';
import { useReadOnly } from '@/lib/client/read-only';
import type { TimelineReading } from '@/lib/client/timeline';
import type { SecretReading } from '@/lib/contract/answers';
import type { KeyStates } from '@/lib/domain/kms-key';
import { planLabel } from '@/lib/domain/label-change';
import type { Held } from '@/lib/domain/timeline/held-current';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { type SecretVersion, sortLabels } from '@/lib/domain/version';

export interface VersionRowProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly now: number;
  readonly onRollBack: (target: string) => void;
  readonly onCompare: (version: SecretVersion) => void;
  readonly onReveal: (version: SecretVersion) => void;
  readonly onLabels: (version: SecretVersion) => void;
  /** Offers to give a version a label, so that AWS never purges it. */
  readonly onKeep: (version: SecretVersion) => void;
  readonly keys: KeyStates;
  /** Versions that a receipt of this tab proves to hold a value. */
  readonly proven: readonly string[];
  /** Versions that are known to have been AWSCURRENT. */
  readonly wereCurrent: readonly string[];
  /** What CloudTrail tells beside the metadata. */
  readonly told: TimelineReading;
  readonly version: SecretVersion;
  readonly ids: readonly string[];
  readonly maker: SecretEvent | undefined;
  readonly held: Held | undefined;
  /** The versions are under more than one key. */
  readonly several: boolean;
}

/** One version: its labels, who made it and when, how long it was in force, and what can be done with it. */
export function VersionRow(props: VersionRowProps) {
  const { version, ids, reading, now, maker, held, told } = props;
  const { onCompare, onReveal, onLabels, onKeep, keys } = props;
  const readOnly = useReadOnly() !== undefined;
  const current = version.labels.includes('AWSCURRENT');
  return (
    <tr
      className={`${rowLook()} h-8 max-md:flex max-md:h-auto max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:px-4 max-md:py-1.5`}
    >
      <th scope="row" className="pl-4 text-left font-normal max-md:p-0 md:pl-5">
        <VersionId id={version.id} others={ids} />
      </th>
      <td className="py-1 pr-3 max-md:p-0">
        <span className="flex flex-wrap gap-1 @5xl:min-w-52">
          {version.labels.length === 0 && (
            <span className="flex items-center gap-1 text-fg-3">
              <span data-tip="AWS may purge it once the secret has more than 100 versions; a label keeps it">
                no label, can age out
              </span>
              {planLabel(labelFactsOf(reading), { label: keepLabelOf(version.id), to: version.id })
                .possible &&
                !readOnly && (
                  <IconButton
                    size="sm"
                    icon={Tag}
                    label={`Keep version ${version.id} by a label`}
                    onClick={() => onKeep(version)}
                    className="max-md:-my-3"
                  />
                )}
            </span>
          )}
          {sortLabels(version.labels).map((label) => (
            <LabelChip key={label} label={label} />
          ))}
          <KeyMark version={version} keys={keys} several={props.several} />
        </span>
      </td>
      <td className="pr-3 max-md:w-full max-md:text-fg-2">
        <span className="mr-1 text-fg-3 md:hidden">Created</span>
        {version.created ? (
          <>
            <TimeText at={version.created} now={now} />{' '}
            <TimeText
              at={version.created}
              now={now}
              show="ago"
              className="ml-1 text-fg-3 md:@max-5xl:hidden"
            />
          </>
        ) : (
          <span className="text-fg-3">not read</span>
        )}
      </td>
      <td className="max-w-44 pr-3 max-md:w-full max-md:text-fg-2">
        <span className="flex min-w-0">
          <span className="mr-1 text-fg-3 md:hidden">By</span>
          <MadeBy event={maker} pending={!told.state.ended} />
        </span>
      </td>
      <td className="pr-3 max-md:w-full max-md:text-fg-2">
        <span className="mr-1 text-fg-3 md:hidden">Last accessed</span>
        {version.lastAccessed ? (
          <TimeText at={version.lastAccessed} now={now} show="day" />
        ) : (
          <span className="text-fg-3">{reading.complete ? 'never' : 'not read'}</span>
        )}
      </td>
      <td className="max-md:mr-auto max-md:text-fg-2">
        <span className="mr-1 text-fg-3 md:hidden">Held AWSCURRENT</span>
        {held || told.state.ended ? (
          <HeldSpan held={held} now={now} />
        ) : (
          <span className="text-fg-3">reading</span>
        )}
      </td>
      <td className="pr-4 text-right max-md:p-0 md:pr-5">
        <span className="inline-flex items-center gap-1">
          <IconButton
            size="sm"
            icon={GitCompareArrows}
            label={`Compare version ${version.id} with another`}
            onClick={() => onCompare(version)}
          />
          <IconButton
            size="sm"
            icon={Tags}
            label={`Labels of version ${version.id}`}
            onClick={() => onLabels(version)}
          />
          <IconButton
            size="sm"
            icon={Eye}
            label={`Value of version ${version.id}`}
            onClick={() => onReveal(version)}
          />
          {!current && <RollBackButton {...props} />}
        </span>
      </td>
    </tr>
  );
}
