import type { ActKind } from '@/lib/domain/replication/plan-act';

interface ActWords {
  readonly title: string;
  /** What the button says, before the region. */
  readonly act: string;
  /** What happens, one sentence each: first what changes, last how to go back. */
  readonly effects: (region: string, primary: string) => readonly string[];
}

const words: Readonly<Record<ActKind, ActWords>> = {
  add: {
    title: 'Add region',
    act: 'Add',
    effects: (region) => [
      `AWS copies every version, its labels, tags and the resource policy to ${region}, and keeps them in step. The replica is billed as a secret.`,
      `Resource policies travel with it: principals named there can read it in ${region} too.`,
      'Taking it back is removing the region again.',
    ],
  },
  retry: {
    title: 'Retry replication',
    act: 'Retry in',
    effects: (region) => [
      `AWS is asked once more to replicate to ${region}, with the key below. Nothing that works is taken away.`,
      'AWS does not document that this refreshes a replica it reports as in sync; if it stays behind, replace it.',
    ],
  },
  replace: {
    title: 'Replace replica',
    act: 'Replace in',
    effects: (region) => [
      `Two calls: the replica is removed from ${region}, then added again as the primary is now.`,
      `Between them ${region} has no such secret, and applications that read it there get ResourceNotFoundException, usually for seconds.`,
      `If the second call is refused, or this tab is closed between the two, ${region} stays without it: its cell shows no replica then, and adding the region makes it again.`,
    ],
  },
  'change-key': {
    title: 'Change key',
    act: 'Change key in',
    effects: (region) => [
      `AWS is asked to replicate to ${region} again, with another key. Applications there need kms:Decrypt on the new one from then on.`,
      'AWS has no call of its own for this, and does not document this form of it. If it is refused or fails, nothing is lost: replace the replica with the new key.',
    ],
  },
  remove: {
    title: 'Remove replica',
    act: 'Remove from',
    effects: (region) => [
      `AWS deletes the replica in ${region} at once, without a recovery window. Applications that read it there fail.`,
      'The primary and the other regions stay. Adding the region again makes a new replica, with no record of who read the old one.',
    ],
  },
  promote: {
    title: 'Promote to standalone',
    act: 'Promote in',
    effects: (region, primary) => [
      `The replica in ${region} becomes a secret of its own. It gets no more values, labels, tags or policies from ${primary}, and no rotation: that stays with the primary.`,
      `Applications in ${region} keep reading it under the same name and ARN, and it can be changed there.`,
      `There is no call that links it again. The way back is to add ${region} at the primary with overwrite, which replaces what was written in ${region} since.`,
    ],
  },
};

/** What an act is called, and what it brings about. */
export const actWords = (kind: ActKind): ActWords => words[kind];
