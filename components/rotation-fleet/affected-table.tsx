import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { counted, stateTone, stateWords } from '@/components/rotation-fleet/group-words';
import { MiniSteps } from '@/components/rotation-fleet/mini-steps';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PageLink } from '@/components/ui/page-link';
import { SectionHead } from '@/components/ui/section-head';
import { headRowLook, rowLook } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { secretPath } from '@/lib/client/paths';
import { useShownNames } from '@/lib/client/screen-share';
import { regionCode } from '@/lib/domain/region-code';
import { lanesOf } from '@/lib/domain/rotation/lanes-of';
import type { FleetSecret } from '@/lib/domain/rotation-fleet/fleet-secret';
import { pendingOf } from '@/lib/domain/rotation-fleet/fleet-state';
import { type FleetGroup, lastFailure } from '@/lib/domain/rotation-fleet/group-fleet';
import { isReplica } from '@/lib/domain/secret';
import { shortId } from '@/lib/domain/short-id';

interface AffectedTableProps {
  readonly scope: string;
  readonly group: FleetGroup;
  readonly now: number;
}

const FIRST = 100;

/** The secrets of a group: their state, how far they came, and where AWSPENDING is. */
export function AffectedTable({ scope, group, now }: AffectedTableProps) {
  const [all, setAll] = useState(false);
  const { secrets, step } = group;
  const shown = all ? secrets : secrets.slice(0, FIRST);
  return (
    <section aria-label="Affected secrets">
      <SectionHead title="Affected secrets" note={counted(secrets.length, 'secret')} className="border-t" />
      <div className="scroll-thin overflow-x-auto">
        <table className="w-full border-t text-xs">
          <caption className="sr-only">Affected secrets</caption>
          <thead>
            <tr className={headRowLook}>
              <Head className="pl-4 md:pl-5">Secret</Head>
              <Head className="max-md:hidden">Region</Head>
              <Head className="max-md:hidden">Steps</Head>
              <Head className="max-md:hidden">Failed</Head>
              <Head className="max-md:hidden">Last try</Head>
              <Head className="max-md:hidden">Window ends</Head>
              <Head>State</Head>
              <Head className="max-md:hidden">AWSPENDING</Head>
              <th scope="col">
                <span className="sr-only">Way back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.secret.key} {...{ scope, one, step, now }} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < secrets.length && (
        <p className="px-4 py-2 md:px-5">
          <Button size="sm" onClick={() => setAll(true)}>
            Show all {secrets.length.toLocaleString('en')}
          </Button>
        </p>
      )}
    </section>
  );
}

function Head({ children, className = '' }: { children: string; className?: string }) {
  return (
    <th scope="col" className={`whitespace-nowrap px-2 font-medium ${className}`}>
      {children}
    </th>
  );
}

interface RowProps {
  readonly scope: string;
  readonly one: FleetSecret;
  readonly step: FleetGroup['step'];
  readonly now: number;
}

function Row({ scope, one, step, now }: RowProps) {
  const { secret, state, attempts } = one;
  const failed = lastFailure(one);
  const pending = pendingOf(secret.shown);
  const previous = secret.shown.holders.AWSPREVIOUS;
  const shownName = useShownNames();
  const steps = failed && <MiniSteps lanes={lanesOf(failed, step)} />;
  const last = attempts[0]?.last ?? secret.shown.rotation.last;
  return (
    <tr className={rowLook()}>
      <th scope="row" className="py-1.5 md:min-w-48 pr-2 pl-4 text-left font-normal md:pl-5">
        <PageLink href={`${secretPath(scope, secret.key)}&tab=rotation`} className="hover:underline">
          <SecretName name={secret.name} />
        </PageLink>
        <span className="mt-0.5 block text-2xs text-fg-2 md:hidden">
          {secret.primaryRegion}
          {failed && `, ${counted(failed.failures.length, 'failed run')}`}
          {last && (
            <>
              , last try <TimeText at={last} now={now} />
            </>
          )}
          {pending && ', AWSPENDING left behind'}
        </span>
      </th>
      <td className="px-2 font-mono text-2xs max-md:hidden" data-tip={secret.primaryRegion}>
        {regionCode(secret.primaryRegion)}
      </td>
      <td className="px-2 max-md:hidden">{steps ?? '–'}</td>
      <td className="px-2 tabular-nums max-md:hidden">{failed?.failures.length ?? '–'}</td>
      <td className="whitespace-nowrap px-2 max-md:hidden">
        {last ? <TimeText at={last} now={now} /> : '–'}
      </td>
      <td className="whitespace-nowrap px-2 max-md:hidden">
        {state.until ? <TimeText at={state.until} now={now} /> : '–'}
      </td>
      <td className="px-2">
        <StatusText tone={stateTone(state.kind)} className="align-middle">
          {stateWords(state.kind)}
        </StatusText>
        {steps && <span className="mt-1 block md:hidden">{steps}</span>}
      </td>
      <td className="whitespace-nowrap px-2 py-1 font-mono text-2xs max-md:hidden">
        {pending ? `v ${shortId(pending, Object.values(secret.shown.holders))}…` : '–'}
      </td>
      <td className="pr-2 text-right md:pr-3">
        {previous && !isReplica(secret.shown) && (
          <PageLink
            href={secretPath(scope, secret.key, previous)}
            aria-label={`Review a roll back of ${shownName(secret.name)}`}
            data-tip="Review a roll back"
            className="inline-flex size-6 items-center justify-center rounded-md text-fg-2 hover:bg-hover hover:text-fg max-md:size-9"
          >
            <Undo2 aria-hidden strokeWidth={1.75} className="size-3.5" />
          </PageLink>
        )}
      </td>
    </tr>
  );
}
