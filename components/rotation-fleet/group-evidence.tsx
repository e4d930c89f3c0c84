import { ProblemNotice } from '@/components/problem/problem-notice';
import { isPassing, noLogWords } from '@/components/rotation/no-log-words';
import { groupRuns } from '@/components/rotation-fleet/group-runs';
import { counted } from '@/components/rotation-fleet/group-words';
import { SecretName } from '@/components/secret/secret-name';
import { CausePanel } from '@/components/triage/cause-panel';
import { causeWords } from '@/components/triage/cause-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { problemIn } from '@/lib/client/request';
import type { useEvidence } from '@/lib/client/rotation-fleet/use-evidence';
import { parseSecretArn } from '@/lib/domain/arn';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';

interface GroupEvidenceProps {
  readonly group: FleetGroup;
  readonly evidence: ReturnType<typeof useEvidence>;
  readonly reading: boolean;
  readonly onFurther: () => void;
}

/** What proves the cause of a group, by the log of one of its runs, and what to do in which order. */
export function GroupEvidence({ group, evidence, reading, onFurther }: GroupEvidenceProps) {
  const { all, best } = groupRuns(group, evidence.evidence);
  if (!best) {
    if (group.failures === 0) return <FurtherBack reading={reading} onFurther={onFurther} />;
    if (evidence.error) return <ProblemNotice problem={problemIn(evidence.error)} form="strip" />;
    return evidence.looking ? (
      <p role="status" className="flex items-center gap-2 border-b px-4 py-3 text-fg-2 text-xs md:px-5">
        <Spinner /> Reading the logs of the failed runs
      </p>
    ) : null;
  }
  const { causes, log, noLogs, redactions } = best.diagnosed;
  const [cause, ...others] = causes;
  const here = parseSecretArn(best.asked.arn)?.region;
  const elsewhere = group.regions.filter((region) => region !== here);
  const unseen = evidence.evidence.unseen.get(best.asked.functionArn ?? '');
  const again = (
    <Button size="sm" busy={evidence.looking} onClick={() => evidence.again(all.map(({ asked }) => asked))}>
      Look again
    </Button>
  );
  const alike = all.filter(({ diagnosed }) => diagnosed.causes[0]?.cause === cause?.cause).length;
  return (
    <section aria-label="Evidence" className="border-b text-xs">
      {unseen && <ProblemNotice problem={unseen} form="strip" actions={noLogs ? undefined : again} />}
      {noLogs && (
        <Notice
          form="strip"
          tone="idle"
          title={`No log lines: ${noLogWords[noLogs.because]}`}
          actions={
            noLogs.because === 'costs-money' ? (
              <Button size="sm" busy={evidence.looking} onClick={evidence.scan}>
                Query them, {bytesWords(evidence.evidence.asks)}
              </Button>
            ) : (
              isPassing(noLogs.because) && again
            )
          }
        >
          {noLogs.problem?.detail ?? 'What follows goes by CloudTrail and the function alone.'}
        </Notice>
      )}
      {cause ? (
        <CausePanel title="Evidence and fix" cause={cause} log={log} />
      ) : (
        <p className="px-4 py-3 text-fg-2 md:px-5">The log of this run is healthy or merely noisy.</p>
      )}
      <p className="wrap-anywhere px-4 py-2 text-fg-2 md:px-5">
        By {best.diagnosed.run?.by === 'shared' ? 'a run that can be that of' : 'the run of'}{' '}
        <SecretName name={best.name} />, {counted(log.length, 'log line')}; {alike} of {group.secrets.length}{' '}
        tell the same. {redactions === 0 ? 'Nothing was' : counted(redactions, 'passage')} blacked out, best
        effort.
        {others.length > 0 &&
          ` Also possible: ${others.map((one) => `${causeWords(one.cause)} (${one.certainty})`).join('; ')}.`}
        {cause &&
          elsewhere.length > 0 &&
          ` The commands are for ${here}, where it ran; secrets of this group are in ${elsewhere.join(', ')} too.`}
      </p>
    </section>
  );
}

function FurtherBack({ reading, onFurther }: Pick<GroupEvidenceProps, 'reading' | 'onFurther'>) {
  return (
    <Notice
      form="strip"
      tone="idle"
      title="How it failed lies further back than was read"
      actions={
        <Button size="sm" busy={reading} onClick={onFurther}>
          {reading ? 'Reading' : 'Read further back'}
        </Button>
      }
    >
      CloudTrail is read a few pages at a time: AWS gives two look-ups a second to everybody in the account.
    </Notice>
  );
}

function bytesWords(asks: readonly { readonly bytes: number }[]): string {
  const bytes = asks.reduce((sum, one) => sum + one.bytes, 0);
  return `up to ${(bytes / 1e9).toFixed(bytes < 1e9 ? 3 : 1)} GB that AWS bills`;
}
