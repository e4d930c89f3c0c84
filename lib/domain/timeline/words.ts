import type { Unknown } from './searched.ts';
import type { Actor, RotationStep, SecretEvent } from './secret-event.ts';

const STEPS: Record<RotationStep, string> = {
  asked: 'asked for a rotation',
  started: 'started a rotation',
  succeeded: 'finished the rotation',
  failed: 'reported the rotation as failed',
  abandoned: 'gave the rotation up, because a value was put by hand',
  cancelled: 'turned rotation off',
  'test-asked': 'asked for a test of the rotation',
  'test-started': 'started a test of the rotation',
  'test-succeeded': 'reported the test of the rotation as passed',
  'test-failed': 'reported the test of the rotation as failed',
};

/** Who it was, in a word: the person, the function, or AWS itself. */
export function actorName({ kind, name }: Actor): string {
  return kind === 'service' && name === 'secretsmanager.amazonaws.com' ? 'AWS Secrets Manager' : name;
}

/** What an event did, as the end of a sentence that begins with who did it; `short` makes a version id readable. */
export function effectWords({ effect, name }: SecretEvent, short: (id: string) => string): string {
  switch (effect.kind) {
    case 'created':
      return 'created the secret';
    case 'value-put':
      return `put v ${short(effect.version)}${effect.labels ? ` as ${effect.labels.join(', ')}` : ''}`;
    case 'updated':
      return effect.version === undefined ? 'updated the secret' : `put v ${short(effect.version)}`;
    case 'label-moved': {
      const from = effect.from === undefined ? '' : ` from v ${short(effect.from)}`;
      if (effect.to === null) return `removed ${effect.label}${from}`;
      return `moved ${effect.label}${from} to v ${short(effect.to)}`;
    }
    case 'rotation':
      return STEPS[effect.step];
    case 'deletion':
      return effect.step === 'asked'
        ? 'scheduled the secret for deletion'
        : effect.step === 'restored'
          ? 'restored the secret'
          : 'purged an unlabelled version';
    case 'replication':
      return effect.step === 'changed' ? 'changed the replication' : `reported replication as ${effect.step}`;
    case 'read':
      return 'read the value';
    case 'other':
      return `called ${name}`;
  }
}

const REASONS: Record<Unknown, string> = {
  denied: 'CloudTrail was not allowed',
  throttled: 'CloudTrail was throttled',
  failed: 'CloudTrail could not be read',
  'ninety-days': 'CloudTrail keeps 90 days',
  'not-read': 'CloudTrail was not read this far back',
  late: 'events of the last minutes may be missing: CloudTrail delivers late',
  contradiction: 'the events do not add up: one is missing',
  'creation-date': 'taken from when the version was created',
  ambiguous: 'the events do not say which',
  replica: 'a replica follows its primary region',
};

/** Why something is not, or not surely, known. */
export function reasonWords(reason: Unknown): string {
  return REASONS[reason];
}
