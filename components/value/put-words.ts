import type { PutRefusal, PutWarning } from '@/lib/domain/put-plan';

/** A warning in words: what is so, what a tick says, what is left to do afterwards. */
interface Words {
  readonly title: string;
  readonly body: string;
  readonly tick: string;
  readonly todo?: string;
}

const words: Record<PutWarning, Words> = {
  'put-rotation-on': {
    title: 'Rotation is on and will replace this value',
    body: 'A value put by hand counts as a rotation: the next one is due a whole interval from now, and makes a value of its own.',
    tick: 'The next rotation may replace this value',
  },
  'put-rotation-unknown': {
    title: 'Whether rotation is on could not be read',
    body: 'If it is, this counts as a rotation, and the next one makes a value of its own.',
    tick: 'The next rotation may replace this value',
  },
  'put-ends-rotation': {
    title: 'A rotation is open, and this ends it',
    body: 'AWSPENDING is on another version. AWS takes the label off and logs RotationAbandoned. If the rotation has set its password already, that version is the only record of it: look at it first.',
    tick: 'The open rotation may be given up',
    todo: 'Make sure that the password of the abandoned rotation is not the one in force',
  },
  'put-login-unchanged': {
    title: 'No database learns of this',
    body: 'It reads like a login. This changes what clients are given, not the password at the database.',
    tick: 'I will set the password at the database, or have done so',
    todo: 'Set the new password at the database',
  },
  'put-label-moves': {
    title: 'The label is on another version',
    body: 'It moves to the new version.',
    tick: 'The label may move',
  },
  'put-text-over-binary': {
    title: 'The current value is binary, and this is text',
    body: 'Clients that read SecretBinary find none in the new version.',
    tick: 'Clients of this secret read text, or will',
    todo: 'Check that clients read SecretString',
  },
};

/** A warning before a put, in words. */
export const putWords = (code: PutWarning): Words => words[code];

/** What a ticked warning leaves to do by hand. */
export const putTodo = (code: PutWarning): string | undefined => words[code].todo;

const refusals: Record<PutRefusal, string> = {
  'replica-region': 'A replica follows its primary region: put the value there',
  'deletion-scheduled': 'The secret is scheduled for deletion: restore it first',
  'managed-by-service': 'Another AWS service manages this secret',
  'too-many-labels': 'The secret has 20 labels, the most AWS allows: use one of them, or remove one',
};

/** Why no value can be put, in words. */
export const putRefusal = (because: PutRefusal): string => refusals[because];
