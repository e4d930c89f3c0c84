import type { ReactNode } from 'react';
import { PrimaryLink } from '@/components/replica/primary-link';
import { RegionChip, type RegionState } from '@/components/replica/region-chip';
import { StatusText } from '@/components/ui/badge';
import { CopyIcon } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { TimeText } from '@/components/ui/time-text';
import { ShortVersion } from '@/components/version/short-version';
import { useScreenShare } from '@/lib/client/screen-share';
import type { SecretReading } from '@/lib/contract/answers';
import { shortKey } from '@/lib/domain/kms-key';
import { isReplica, ownerOf, type ReplicaReport, type SecretDetail } from '@/lib/domain/secret';
import { holderOf } from '@/lib/domain/version';

// AWS says in sync of a replica that serves an older version, too: green is for what was read back.
const states: Record<ReplicaReport['status'], RegionState> = {
  InSync: 'unknown',
  InProgress: 'in-progress',
  Failed: 'failed',
  unknown: 'unknown',
};

/** What the metadata says beside the versions; nothing is claimed of what could not be read. */
export function SecretFacts({ scope, reading, now }: { scope: string; reading: SecretReading; now: number }) {
  const { secret } = reading;
  // Free words may name what the patterns hide.
  const { on: shared } = useScreenShare();
  if (!secret) return null;
  return (
    <>
      {secret.description && !shared && (
        <p className="wrap-anywhere mt-1 max-w-[90ch] max-md:mt-2 text-fg-2">{secret.description}</p>
      )}
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5 text-xs">
        <Fact term="Regions">
          <Regions secret={secret} />
        </Fact>
        <Fact term="Rotation">
          <RotationFact {...{ secret, now }} versions={reading.versions} />
        </Fact>
        {ownerOf(secret) && <Fact term="Owner">{ownerOf(secret)}</Fact>}
        <Fact term="KMS key">
          <KeyName id={secret.kmsKeyId} />
        </Fact>
        {secret.owningService && (
          <Fact term="Managed by">
            <span className="font-mono">{secret.owningService}</span>
          </Fact>
        )}
        {secret.created && (
          <Fact term="Created">
            <TimeText at={secret.created} now={now} />
          </Fact>
        )}
        {secret.changed && (
          <Fact term="Changed">
            <TimeText at={secret.changed} now={now} />
          </Fact>
        )}
        <Fact term="Last read">
          {secret.lastAccessed ? <TimeText at={secret.lastAccessed} now={now} show="day" zoned /> : 'unknown'}
        </Fact>
      </dl>
      <Tags tags={secret.tags} />
      <StateNotice {...{ scope, secret, now }} arn={reading.arn} />
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <dt className="text-fg-3">{term}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-1">{children}</dd>
    </div>
  );
}

function Regions({ secret }: { secret: SecretDetail }) {
  const here = secret.region;
  const primary = secret.primaryRegion ?? here;
  const others = isReplica(secret) ? [{ region: here, status: 'unknown' as const }] : secret.replicas;
  return (
    <>
      <RegionChip
        region={primary}
        primary
        state={primary === here ? 'ok' : 'unknown'}
        word={primary === here ? 'read' : 'not read on this page'}
      />
      {others.map((replica) => (
        <RegionChip
          key={replica.region}
          region={replica.region}
          state={replica.region === here ? 'ok' : states[replica.status]}
          word={replica.region === here ? 'read' : `reported ${replica.status}, not read back`}
        />
      ))}
    </>
  );
}

interface RotationFactProps {
  readonly secret: SecretDetail;
  readonly versions: SecretReading['versions'];
  readonly now: number;
}

function RotationFact({ secret, versions, now }: RotationFactProps) {
  const { rotation } = secret;
  if (!rotation.enabled) return <StatusText tone="idle">Off</StatusText>;
  const overdue = rotation.next !== undefined && Date.parse(rotation.next) < now;
  const pending = holderOf(versions, 'AWSPENDING');
  // Begun and not ended, or left behind: a rotation is not well until it is over.
  const left = pending === holderOf(versions, 'AWSCURRENT') ? undefined : pending?.id;
  const rule = rotation.everyDays ? `Every ${rotation.everyDays} d` : (rotation.schedule ?? 'On');
  return (
    <>
      <StatusText tone={overdue || left ? 'warn' : 'ok'}>
        {overdue ? `Overdue, ${rule.toLowerCase()}` : rule}
      </StatusText>
      {left && (
        <span className="text-warn">
          <span className="font-mono">AWSPENDING</span> on{' '}
          <ShortVersion id={left} others={versions.map(({ id }) => id)} />
        </span>
      )}
      {rotation.next && (
        <span className="text-fg-3">
          due <TimeText at={rotation.next} now={now} />
        </span>
      )}
    </>
  );
}

function KeyName({ id }: { id: string | undefined }) {
  if (!id) return <span className="font-mono">aws/secretsmanager</span>;
  return (
    <>
      <span className="max-w-56 truncate font-mono" data-tip={id} data-tip-mono="">
        {shortKey(id)}
      </span>
      <CopyIcon text={id} label="Copy the KMS key" className="max-md:-my-3" />
    </>
  );
}

function Tags({ tags }: { tags: SecretDetail['tags'] }) {
  const entries = Object.entries(tags);
  if (entries.length === 0) return null;
  return (
    <ul aria-label="Tags" className="mt-2 flex flex-wrap gap-1 text-2xs">
      {entries.map(([key, value]) => (
        <li key={key} className="wrap-anywhere rounded-sm border bg-canvas px-1.5 py-px font-mono">
          <span className="text-fg-3">{key}</span> <span className="text-fg-2">{value}</span>
        </li>
      ))}
    </ul>
  );
}

interface StateNoticeProps {
  readonly scope: string;
  readonly arn: string;
  readonly secret: SecretDetail;
  readonly now: number;
}

function StateNotice({ scope, arn, secret, now }: StateNoticeProps) {
  if (secret.deleted) {
    return (
      <Notice tone="warn" title="Scheduled for deletion" className="mt-3">
        AWS deletes it some time after <TimeText at={secret.deleted} now={now} zoned />; until it is restored
        its value can be neither read nor changed.
      </Notice>
    );
  }
  if (isReplica(secret)) {
    return (
      <Notice tone="idle" title={`A replica of ${secret.primaryRegion}`} className="mt-3">
        A replica follows its primary region and cannot be changed by itself.{' '}
        <PrimaryLink {...{ scope, arn }} region={secret.primaryRegion ?? secret.region} />
      </Notice>
    );
  }
  return null;
}
