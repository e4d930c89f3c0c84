import { Notice } from '@/components/ui/notice';
import type { Stopped } from '@/lib/client/replication/use-run';

/** That a run ended before its end, and what that means for the rest. */
export function RunStopped({ stopped }: { stopped: Stopped | undefined }) {
  if (!stopped) return null;
  const { name, words, asked } = stopped;
  return (
    <Notice
      tone={asked ? 'warn' : 'fail'}
      role="alert"
      title={`Stopped ${asked ? 'after' : 'at'} ${name}`}
      className="mx-4 mt-3 md:mx-5"
    >
      {words}. What came before stands; nothing after it was sent.
    </Notice>
  );
}
