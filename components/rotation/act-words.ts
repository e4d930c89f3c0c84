import { FlaskConical, type LucideIcon, Power, RefreshCw, Save } from 'lucide-react';
import { isReplica, type SecretDetail } from '@/lib/domain/secret';

/** What can be done to a secret's rotation. */
export type ActKind = 'rotate' | 'test' | 'schedule' | 'cancel';

/** An act of rotation in words. */
export interface ActWords {
  readonly title: string;
  readonly act: string;
  readonly icon: LucideIcon;
  readonly does: string;
}

const words: Record<Exclude<ActKind, 'schedule'>, ActWords> = {
  rotate: {
    title: 'Rotate now',
    act: 'Rotate now',
    icon: RefreshCw,
    does: 'AWS makes a new version at once and has a new password set at the service. Clients that keep the old one fail once it is dead; connections that are open stay open. AWS answers when it has begun, not when it has ended.',
  },
  test: {
    title: 'Test without rotating',
    act: 'Run the test',
    icon: FlaskConical,
    does: 'AWS calls testSecret alone, with a copy of the current value that it takes away again. Nothing is rotated, and no password changes. Where rotation is off, this turns it on.',
  },
  cancel: {
    title: 'Turn rotation off',
    act: 'Turn off',
    icon: Power,
    does: 'No rotation comes by itself any more, and one that has failed is not tried again. A version that holds AWSPENDING keeps it, and holds up the next rotation until the label is taken off.',
  },
};

/** An act in words; a schedule is set where rotation is off, and changed where it is on. */
export function actWords(kind: ActKind, on: boolean): ActWords {
  if (kind !== 'schedule') return words[kind];
  return {
    title: on ? 'Edit the schedule' : 'Turn rotation on',
    act: on ? 'Save the schedule' : 'Turn rotation on',
    icon: Save,
    does: '',
  };
}

/** Why an act cannot be done to this secret as it is; undefined where it can. */
export function isReady(kind: ActKind, secret: SecretDetail): string | undefined {
  const { rotation, owningService, type, deleted } = secret;
  if (deleted) return 'The secret is scheduled for deletion: restore it first';
  if (isReplica(secret)) return 'A replica follows its primary region: rotate it there';
  if (kind === 'cancel') return rotation.enabled ? undefined : 'Rotation is off already';
  if (kind === 'schedule') return undefined;
  const withoutFunction = owningService !== undefined || type !== undefined;
  if (kind === 'test' && withoutFunction)
    return 'It tests a function, and this secret is rotated without one';
  if (!withoutFunction && !rotation.functionArn) return 'No function is set: turn rotation on first';
  return undefined;
}
