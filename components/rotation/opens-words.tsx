import type { ReactNode } from 'react';
import { TimeText } from '@/components/ui/time-text';
import type { OpensNow } from '@/lib/domain/rotation/opens-now';

type Say = (at: ReactNode) => string | ReactNode;

const words: Record<OpensNow['because'], Say> = {
  tested: (at) => <>works: the rotation that made it signed in with it and ended well at {at}</>,
  untouched: (at) => (
    <>
      is as good as it was: what was tried at {at} stopped before it changed anything; nothing here shows that
      it ever worked
    </>
  ),
  'other-user': (at) => <>works: the rotation of {at} set the password of the other user</>,
  'rotated-since': (at) => <>is dead: the rotation that ended at {at} gave the same user another password</>,
  'set-and-stopped': (at) => (
    <>
      was killed at setSecret, before {at}: the attempt set another password for the same user, and stopped
      before its version became current
    </>
  ),
  'stopped-at-set': (at) => (
    <>
      may be dead: the attempt that stopped at {at} had begun to set another password for the same user, and
      nothing says whether it did
    </>
  ),
  'stopped-at-test': (at) => (
    <>
      may be dead: the attempt that stopped at {at} had set another password for the same user, as it said,
      and could not sign in with it
    </>
  ),
  'further-back': (at) => (
    <>
      may be dead: the attempt that failed at {at} began before all that was read of failures, and an earlier
      run of it may have set another password. Reading further back tells
    </>
  ),
  running: (at) => (
    <>is not known to work: a rotation began at {at}, and how it ended is not in what was read</>
  ),
  'kind-unknown': (at) => (
    <>
      works or is dead: a rotation at {at} set a password, or may have. With a single user it is this one’s,
      with alternating users the other’s, and which of them it is nobody has looked up
    </>
  ),
  'by-service': (at) => (
    <>is not known to work: what rotates it tells nothing of its steps; it changed something at {at}</>
  ),
  'not-rotated': () => <>is not known to work: no rotation is known that made it, or that came after it</>,
};

/** Whether a version's password opens the service, and why that is known or not. */
export function OpensWords({ opens, now }: { opens: OpensNow; now: number }) {
  const at = opens.at ? <TimeText at={opens.at} now={now} zoned /> : 'a time that is not known';
  return <>{words[opens.because](at)}</>;
}
