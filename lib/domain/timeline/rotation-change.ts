import { type Change, type ChangeBase, doubtful, type Seen } from './change.ts';
import type { RotationStep } from './secret-event.ts';

const CURRENT = 'AWSCURRENT';
const PENDING = 'AWSPENDING';

/**
 * What a step of a rotation changed. It puts AWSPENDING on its version before there is a value, and leaves it there when
 * that version gets AWSCURRENT; a test takes it away again.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function rotates(
  base: ChangeBase,
  step: RotationStep,
  version: string | undefined,
  { announced, last }: Seen,
): Change | undefined {
  if (version === undefined) return undefined;
  switch (step) {
    case 'started':
      announced.add(version);
      return { ...base, moves: [{ label: PENDING, to: version }], swaps: false };
    case 'test-started':
      announced.add(version);
      return { ...base, moves: [{ label: PENDING, to: version, loose: true }], swaps: false };
    case 'asked':
      // The service's own event tells of it as well; a repeated call has none, and changes nothing.
      return announced.has(version) ? undefined : doubtful(base, [PENDING]);
    case 'test-asked':
      if (announced.has(version)) return undefined;
      return { ...base, moves: [{ label: PENDING, to: undefined, loose: true }], swaps: false };
    case 'test-succeeded':
      return { ...base, moves: [{ label: PENDING, to: null, from: version }], swaps: false };
    case 'test-failed':
      return doubtful(base, [PENDING]);
    case 'abandoned':
      // Told a little late, it may find the label on the version that was put instead.
      if (last.get(PENDING) !== undefined && last.get(PENDING) !== version) return undefined;
      return { ...base, moves: [{ label: PENDING, to: null, from: version }], swaps: false };
    case 'succeeded':
      return succeeds(base, version, last);
    default:
      return undefined;
  }
}

// A function moves AWSCURRENT by a call of its own, which is recorded; of a managed rotation this is all that is told.
function succeeds(base: ChangeBase, version: string, last: Seen['last']): Change | undefined {
  const before = last.get(CURRENT);
  if (before === version) return undefined;
  const moves = [
    { label: CURRENT, to: version },
    { label: 'AWSPREVIOUS', to: undefined },
  ];
  return { ...base, moves, swaps: before !== undefined };
}
