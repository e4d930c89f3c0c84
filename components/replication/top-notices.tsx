import { ProblemNotice } from '@/components/problem/problem-notice';
import { shortWord } from '@/components/problem/short-word';
import type { Closed } from '@/components/replication/matrix-head';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { clock } from '@/components/ui/time-format';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import { problemIn } from '@/lib/client/request';

interface TopNoticesProps {
  readonly matrix: ReturnType<typeof useMatrix>;
  readonly closed: ReadonlyMap<string, Closed>;
  readonly phone: boolean;
  readonly onRetry: (region: string) => void;
  readonly onRefresh: () => void;
}

/** What is wrong with the whole page, above it; a phone has no columns to say it in. */
export function TopNotices({ matrix, closed, phone, onRetry, onRefresh }: TopNoticesProps) {
  const { inventory, unreadRules } = matrix;
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
      {phone &&
        [...closed].map(([region, { problem, since }]) => (
          <Notice
            key={region}
            form="strip"
            tone="warn"
            title={`${region}: ${problem ? shortWord(problem) : 'not read'}${since === undefined ? '' : ` since ${clock(new Date(since), false, 'UTC')} UTC`}`}
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
