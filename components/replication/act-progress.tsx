import { Notice } from '@/components/ui/notice';
import { span, zoned } from '@/components/ui/time-format';
import { useAwsNow } from '@/lib/client/aws-time';
import type { ActStage } from '@/lib/client/replication/act';
import { useShownText } from '@/lib/client/screen-share';
import { failureMeaning } from '@/lib/domain/replication/failure-meaning';
import type { ActKind } from '@/lib/domain/replication/plan-act';
import type { ReplicaReport } from '@/lib/domain/secret';

interface ActProgressProps {
  readonly order: { readonly kind: ActKind; readonly region: string };
  readonly stage: ActStage;
  readonly report: ReplicaReport | undefined;
  readonly name: string;
}

/** Where an act stands; done is said only of what was read back. */
export function ActProgress({ order: { kind, region }, stage, report, name }: ActProgressProps) {
  const shown = useShownText(name);
  const now = useAwsNow();
  switch (stage.stage) {
    case 'refused':
      if (stage.already)
        return (
          <Notice tone="warn" role="status" title={`${doneWords(kind, region)}: somebody else was faster`}>
            Read back after AWS refused the call. Nothing is left to be done here.
          </Notice>
        );
      // The second of the two calls that replace a replica.
      return stage.call === 1 ? (
        <Notice tone="fail" role="alert" title={`${region} has no replica now`}>
          It was removed, and making it again was refused. Applications that read it there fail until it is
          added.
        </Notice>
      ) : null;
    case 'asking':
      return (
        <Notice
          tone="progress"
          role="status"
          title={stage.call === 0 ? 'Asking AWS' : 'Asking AWS to add it again'}
        />
      );
    case 'waiting':
      return (
        <Notice tone="progress" role="status" title="AWS took the call; reading back until it shows">
          {span(Math.max(0, now - stage.since))} so far. You may close this: the panel goes on reading.
        </Notice>
      );
    case 'done':
      return (
        <Notice tone="ok" role="status" title={doneWords(kind, region)}>
          Read back at {zoned(new Date(stage.at), true)}.
          {stage.requestId && (
            <>
              {' '}
              Request <span className="font-mono">{stage.requestId}</span>.
            </>
          )}
        </Notice>
      );
    case 'reported':
      return (
        <Notice
          tone="warn"
          role="status"
          title={`${doneWords(kind, region)}, as the primary’s region reports it`}
        >
          {region} itself could not be read, so it is not proven.
        </Notice>
      );
    case 'failed': {
      const { means, next } = failureMeaning(report?.message);
      return (
        <Notice tone="fail" role="alert" title={`AWS could not replicate to ${region}`}>
          {report?.message && <p className="font-mono">{shown(report.message)}</p>}
          <p className="mt-1">
            {means} {next}
          </p>
        </Notice>
      );
    }
    case 'unconfirmed':
      return (
        <Notice
          tone="warn"
          role="status"
          title="AWS took the call, and two minutes later it does not show yet"
        >
          Nothing is sent again by itself. The panel shows what the regions serve.
          {kind === 'replace' && stage.call === 0 && ' The second call, which makes it again, was not sent.'}
        </Notice>
      );
  }
}

function doneWords(kind: ActKind, region: string): string {
  if (kind === 'remove') return `${region} has no replica any more`;
  if (kind === 'promote') return `Standalone in ${region}`;
  return `In sync in ${region}`;
}
