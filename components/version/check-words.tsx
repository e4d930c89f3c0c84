import type { ReactNode } from 'react';
import { RegionChip } from '@/components/replica/region-chip';
import { ShortVersion } from '@/components/version/short-version';
import type { Check } from '@/lib/domain/rollback-checks';

/** A check in words: what holds, why it matters, what a tick promises, and what remains to do after it. */
export interface CheckWords {
  readonly title: ReactNode;
  readonly body: ReactNode;
  readonly tick?: string;
  readonly todo?: string;
}

const id = (version: string | undefined, ids: readonly string[]) =>
  version ? <ShortVersion id={version} others={ids} /> : null;

const regions = (names: readonly string[], state: 'ok' | 'failed') => (
  <span className="my-1 flex flex-wrap gap-1">
    {names.map((region) => (
      <RegionChip
        key={region}
        region={region}
        state={state}
        word={state === 'ok' ? 'follows' : 'reported Failed'}
      />
    ))}
  </span>
);

type Say = (about: readonly string[], ids: readonly string[]) => CheckWords;

const words: Record<Check['code'], Say> = {
  'current-named': (about, ids) => ({
    title: <>AWSCURRENT is on {id(about[0], ids)}</>,
    body: 'The call names the version it takes the label from, so AWS refuses it if anyone moves the label first.',
  }),
  'rotation-off': () => ({
    title: 'Rotation is off',
    body: 'The metadata shows no rotation that set another password at the service this secret opens.',
  }),
  'rotation-on': (about, ids) => ({
    title: 'The database password does not move back by itself',
    body: (
      <>
        Rotation is on. {id(about[0], ids)} may hold a password the database or service no longer accepts:
        moving a label changes what clients are given, nothing else.
      </>
    ),
    tick: 'I will see to it that the older password is accepted',
    todo: 'Make the service accept the older password, or rotate again',
  }),
  'rotation-ran': (about, ids) => ({
    title: 'Rotation is off, but it has run',
    body: (
      <>
        {id(about[0], ids)} may hold a password the database or service no longer accepts: moving a label
        changes what clients are given, nothing else.
      </>
    ),
    tick: 'I will see to it that the older password is accepted',
    todo: 'Make the service accept the older password',
  }),
  'rotation-unknown': () => ({
    title: 'Rotation could not be read',
    body: 'If it is on, the older version may hold a password the service no longer accepts.',
    tick: 'I know whether the older password is accepted',
    todo: 'Make sure that the service accepts the older password',
  }),
  'password-dead': (about, ids) => ({
    title: <>The password of {id(about[0], ids)} is dead</>,
    body: 'A rotation since has given the same user another password. Moving the label would hand every client one that opens nothing, and make it worse.',
    tick: 'I will see to it that the older password is accepted',
    todo: 'Make the service accept the older password, or rotate again',
  }),
  'password-unsure': (about, ids) => ({
    title: <>Whether the password of {id(about[0], ids)} works is not known</>,
    body: 'A rotation since has set a password. With a single user this one is dead, with alternating users it still works. Compare the values: whether username differs tells which.',
    tick: 'I know that it works, or will see to it that it does',
    todo: 'Make sure that the service accepts the older password',
  }),
  'password-other-user': (about, ids) => ({
    title: <>{id(about[0], ids)} names the other user, whose password still works</>,
    body: 'The users take turns, and the rotation since has set the password of the one that is current now.',
  }),
  'staged-untested': (about, ids) => ({
    title: <>{id(about[0], ids)} was never in force, as far as is known</>,
    body: 'It was put aside under a label after the current version. Nothing here shows that the service accepts what it holds; where rotation is on, the next one replaces it.',
    tick: 'The service accepts what this version holds',
    todo: 'Check that clients work with the promoted version',
  }),
  'no-pending': () => ({
    title: 'No rotation is unfinished',
    body: 'After the move AWSPENDING is on no version but the current one.',
  }),
  'pending-left': (about, ids) => ({
    title: <>AWSPENDING stays on {id(about[0], ids)}</>,
    body: 'Once AWSCURRENT has left that version, AWS takes its rotation for unfinished: the next rotation goes on with that version instead of a new one.',
    tick: 'I will see to AWSPENDING before the next rotation',
    todo: 'Remove AWSPENDING from the version AWSCURRENT left, or the next rotation goes on with it',
  }),
  'pending-is-target': (about, ids) => ({
    title: <>{id(about[0], ids)} comes from a rotation that has not finished</>,
    body: 'AWSPENDING is on it, and it was not AWSCURRENT before as far as the labels tell. Making it current promotes it: whether the service accepts its password was never tested.',
    tick: 'The service accepts what this version holds',
    todo: 'Check that clients can sign in with the promoted version',
  }),
  'pending-elsewhere': (about, ids) => ({
    title: <>AWSPENDING is on {id(about[0], ids)}</>,
    body: 'A rotation began and has not finished. If it is running now, it will move AWSCURRENT again when it ends.',
    tick: 'No rotation of this secret is running now',
    todo: 'Finish or clear the open rotation',
  }),
  'key-same': () => ({
    title: 'Same KMS key as the current version',
    body: 'Whoever can decrypt the current version can decrypt this one.',
  }),
  'key-differs': (about) => ({
    title: 'Encrypted under another KMS key',
    body: (
      <>
        Readers need kms:Decrypt on <span className="wrap-anywhere font-mono">{about.join(', ')}</span>.
      </>
    ),
    tick: 'The readers of this secret may use that key',
    todo: 'Check that every reader may use the older KMS key',
  }),
  'key-down': (about) => ({
    title: 'The key of this version cannot be used now',
    body: (
      <>
        <span className="wrap-anywhere font-mono">{about.join(', ')}</span> is not enabled. The label would
        move, and nobody could read what it then points to.
      </>
    ),
    tick: 'The key will be enabled before anybody reads the secret',
    todo: 'Enable the KMS key of the version that is current now',
  }),
  'replicas-none': () => ({ title: 'No replicas', body: 'The secret lives in this region alone.' }),
  'replicas-follow': (about) => ({
    title:
      about.length === 1
        ? 'The replica in 1 region will follow'
        : `Replicas in ${about.length} regions will follow`,
    body: <>{regions(about, 'ok')}Each is read back after the move.</>,
  }),
  'replicas-failing': (about) => ({
    title: about.length === 1 ? 'A replica is failing' : `${about.length} replicas are failing`,
    body: (
      <>
        {regions(about, 'failed')}AWS reports that copying failed there: readers may keep what is served now.
      </>
    ),
    tick: 'Readers there may keep the version they have',
    todo: 'Mend the failing replicas',
  }),
  'replicas-unknown': () => ({
    title: 'Replicas could not be read',
    body: 'If there are any, they follow, and are read back as soon as they are known.',
    tick: 'Readers in other regions may keep the version they have',
    todo: 'Check the replicas, if there are any',
  }),
};

/** The words of a check. */
export function wordsFor({ code, about }: Check, ids: readonly string[]): CheckWords {
  return words[code](about, ids);
}

/** What is left to do by hand after a move that was made in spite of a warning. */
export function todoFor(code: Check['code']): string | undefined {
  return words[code]([], []).todo;
}
