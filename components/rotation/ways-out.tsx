import type { ReactNode } from 'react';
import { OpensWords } from '@/components/rotation/opens-words';
import { zonedWindow } from '@/components/rotation/window-words';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { ShortVersion } from '@/components/version/short-version';
import { changeAddress } from '@/lib/client/address';
import { useReadOnly } from '@/lib/client/read-only';
import type { SecretReading } from '@/lib/contract/answers';
import type { OpensNow } from '@/lib/domain/rotation/opens-now';
import { nextWindows } from '@/lib/domain/rotation/schedule/next-windows';
import { readSchedule } from '@/lib/domain/rotation/schedule/read-schedule';

interface WaysOutProps {
  readonly reading: SecretReading;
  readonly target: string;
  readonly opens: OpensNow;
  readonly ids: readonly string[];
  readonly onPut: () => void;
}

const goTo = (act: 'rotate' | 'schedule') =>
  changeAddress({ rollback: null, tab: 'rotation', act }, 'replace');

/** What is true of the target's password, and the ways there are instead of moving the label. */
export function WaysOut({ reading, target, opens, ids, onPut }: WaysOutProps) {
  const now = Date.parse(reading.at);
  const { rotation } = reading.secret ?? {};
  return (
    <section aria-label="Ways out" className="border-b pb-3">
      <SectionHead title="Ways out" note="instead of moving the label" className="mt-1" />
      <p className="px-4 text-fg-2 md:px-5">
        <ShortVersion id={target} others={ids} /> <OpensWords opens={opens} now={now} />.
      </p>
      <ol className="mt-2 space-y-2 px-4 md:px-5">
        {rotation?.functionArn && (
          <Way title="Rotate again" act="Rotate now" onAct={() => goTo('rotate')}>
            A new password is set at the service and given to clients, if any stored one still opens it.
          </Way>
        )}
        <Way title="Put a value that matches the database" act="Put new value" onAct={onPut}>
          Where you know the password that is in force.
        </Way>
        <Way title="Reset the password by hand">
          Set the one this version holds at the database, as its administrator; then move the label.
        </Way>
      </ol>
      {rotation?.enabled && <NextRotation reading={reading} now={now} />}
    </section>
  );
}

interface WayProps {
  readonly title: string;
  readonly act?: string;
  readonly onAct?: () => void;
  readonly children: ReactNode;
}

function Way({ title, act, onAct, children }: WayProps) {
  const readOnly = useReadOnly();
  return (
    <li className="flex items-start gap-3">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-fg-2">{children}</span>
      </span>
      {act && (
        <Button size="sm" disabledReason={readOnly} onClick={onAct}>
          {act}
        </Button>
      )}
    </li>
  );
}

function NextRotation({ reading, now }: { reading: SecretReading; now: number }) {
  const { rotation } = reading.secret ?? {};
  const readOnly = useReadOnly();
  const read = rotation && readSchedule(rotation);
  if (!rotation || !read || 'refused' in read) return null;
  const instant = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));
  const from = { now, last: instant(rotation.last), next: instant(rotation.next) };
  const [window] = nextWindows(read.schedule, from, 1);
  if (!window) return null;
  return (
    <p className="mt-3 flex items-start gap-3 border-t px-4 pt-2.5 md:px-5">
      <span className="min-w-0 flex-1 text-fg-2">
        The next scheduled rotation sets another password all the same: {zonedWindow(window, now)}.
      </span>
      <Button size="sm" disabledReason={readOnly} onClick={() => goTo('schedule')}>
        Move its window
      </Button>
    </p>
  );
}
