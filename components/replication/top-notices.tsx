import { ProblemNotice } from '@/components/problem/problem-notice';
import { closedWords } from '@/components/replication/closed-words';
import { Button } from '@/components/ui/button';
import { useFirstZone } from '@/components/ui/first-zone';
import { Notice } from '@/components/ui/notice';
import { PageLink } from '@/components/ui/page-link';
import { zoned } from '@/components/ui/time-format';
import { secretPath } from '@/lib/client/paths';
import type { ClosedRegions } from '@/lib/client/replication/closed-regions';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import { problemIn } from '@/lib/client/request';
import { parseSecretArn } from '@/lib/domain/arn';

interface TopNoticesProps {
  readonly scope: string;
  readonly matrix: ReturnType<typeof useMatrix>;
  readonly closed: ClosedRegions;
  readonly phone: boolean;
  /** An ARN the address asks for, which no row has. */
  readonly unknown: string | undefined;
  readonly onForget: () => void;
  readonly onRetry: (region: string) => void;
  readonly onRefresh: () => void;
}

/** What is wrong with the whole page, above it; a phone has no columns to say it in. */
export function TopNotices(props: TopNoticesProps) {
  useFirstZone();
  const { scope, matrix, closed, phone, unknown, onForget, onRetry, onRefresh } = props;
  const { inventory, unreadRules, strangeRegions } = matrix;
  return (
    <>
      {inventory.error && (
        <ProblemNotice
          problem={problemIn(inventory.error)}
          form="strip"
          actions={<Button onClick={onRefresh}>Try again</Button>}
        />
      )}
      {unreadRules.length > 0 && (
        <Notice form="strip" tone="warn" title="A fleet rule cannot be read, and nothing is judged by it">
          <span className="font-mono">{unreadRules.join('; ')}</span>
        </Notice>
      )}
      {strangeRegions.length > 0 && (
        <Notice
          form="strip"
          tone="warn"
          title={`A fleet rule names a region that ${matrix.sides.length > 1 ? 'not every account has' : 'this account does not have'}`}
        >
          <span className="font-mono">{strangeRegions.join(', ')}</span>: not enabled, or misspelt. What is
          missing there cannot be added.
        </Notice>
      )}
      {unknown !== undefined && (
        <Notice
          form="strip"
          tone="warn"
          title="What this address asks for is not in the matrix"
          actions={
            <Button size="sm" onClick={onForget}>
              Leave it
            </Button>
          }
        >
          {parseSecretArn(unknown) ? (
            <PageLink href={secretPath(scope, unknown)} className="text-accent underline underline-offset-2">
              {parseSecretArn(unknown)?.name}
            </PageLink>
          ) : (
            'It is no ARN of a secret'
          )}
          {parseSecretArn(unknown) && ' has no replica, or its region does not list it.'}
        </Notice>
      )}
      {phone &&
        [...closed].map(([region, why]) => (
          <Notice
            key={region}
            form="strip"
            tone="warn"
            title={`${region}: ${why.map((one) => closedWords(one, zoned)).join('; ')}`}
            actions={
              <Button size="sm" onClick={() => onRetry(region)}>
                Retry
              </Button>
            }
          >
            Its replicas are shown as AWS reports them.
          </Notice>
        ))}
    </>
  );
}
