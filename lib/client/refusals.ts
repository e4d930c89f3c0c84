import type { OfferedOperation } from '@/lib/contract/operations';
import { MARK_HEADER } from '@/lib/contract/operator';
import { type Problem, problemOf } from '@/lib/contract/problem';
import { dropRefusals, keepRefusal, recallRefusals } from './kept-refusals';
import { useReadOnly } from './read-only';
import { markHeader } from './sign-in-mark';
import { createStore, useStore } from './store';

/** What AWS can refuse on one secret. */
type Refusable = OfferedOperation | 'GetSecretValue';

// What an operator may do is unknown until AWS refuses it; then it stays refused until the secret is read again. Whoever
// may not move labels may well put values: each operation is refused for itself, in the scope it was asked in. Policies
// can name labels and versions (secretsmanager:VersionStage, VersionId), so `part` is one of these where there is one.
const changes = createStore(0);
let refusals: ReadonlyMap<string, Problem> = new Map();
let signIn: string | undefined;
const keyOf = (scope: string, arn: string, operation: Refusable, part = '') =>
  [scope, arn, operation, part].join(' ');

// What was learned before this page was loaded counts too, for the sign-in that learned it.
function known(): ReadonlyMap<string, Problem> {
  const now = markHeader()[MARK_HEADER];
  if (now !== undefined && now !== signIn) {
    signIn = now;
    refusals = recallRefusals(now);
  }
  return refusals;
}

/** Notes that AWS refused an operation on this secret, if that is what the problem is. */
export function noteIfRefused(
  scope: string,
  arn: string,
  operation: Refusable,
  problem: Problem,
  part?: string,
): void {
  if (problem.code !== 'access-denied') return;
  const key = keyOf(scope, arn, operation, part);
  refusals = new Map(known()).set(key, problem);
  keepRefusal(signIn, scope, key, problem.action ?? `secretsmanager:${operation}`);
  changes.set(changes.get() + 1);
}

/** Forgets what was refused of a secret, or of all of them, so that it can be tried again. */
export function forgetRefusals(scope: string, arn?: string): void {
  const of = arn === undefined ? `${scope} ` : `${scope} ${arn} `;
  const next = [...known()].filter(([key]) => !key.startsWith(of));
  if (next.length === refusals.size) return;
  refusals = new Map(next);
  dropRefusals(scope, of);
  changes.set(changes.get() + 1);
}

/** What AWS has refused so far, current in every render. */
function useKnown(): ReadonlyMap<string, Problem> {
  useStore(changes);
  return known();
}

/** Why this cannot be done to a secret: the console is read-only, or AWS has refused it. */
export function useRefusal(
  scope: string,
  arn: string,
  operation: OfferedOperation,
  part?: string,
): Problem | undefined {
  const readOnly = useReadOnly();
  const refused = useKnown().get(keyOf(scope, arn, operation, part));
  return readOnly === undefined ? refused : problemOf('read-only', { detail: readOnly });
}

/** What AWS has refused so far of any secret of a scope. */
export function useRefusalOf(
  scope: string,
): (arn: string, operation: OfferedOperation, part?: string) => Problem | undefined {
  const refused = useKnown();
  return (arn, operation, part) => refused.get(keyOf(scope, arn, operation, part));
}

interface Version {
  readonly arn: string;
  readonly versionId: string;
}

/** Why values of these versions cannot be read: AWS has refused one of them. A read-only console reads values. */
export function useReadRefusal(scope: string, versions: readonly Version[]): Problem | undefined {
  const refused = useKnown();
  const [left, right] = versions;
  const pair = left && right && refused.get(keyOf(scope, left.arn, 'GetSecretValue', pairOf(left, right)));
  return (
    pair ??
    versions
      .map(({ arn, versionId }) => refused.get(keyOf(scope, arn, 'GetSecretValue', versionId)))
      .find((one) => one)
  );
}

/** Two versions that are read together. */
export const pairOf = (left: Version, right: Version): string =>
  [left, right]
    .map(({ arn, versionId }) => `${arn}+${versionId}`)
    .sort()
    .join('+');
