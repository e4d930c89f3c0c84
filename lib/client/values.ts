import { useMutation } from '@tanstack/react-query';
import type { CompareBody, Compared, RevealBody, Revealed } from '@/lib/contract/values';
import { comparePath, revealPath, type ViewPath } from '@/lib/contract/view-paths';
import { parseSecretArn } from '@/lib/domain/arn';
import { noteAwsTime } from './aws-time';
import { noteIfRefused, pairOf } from './refusals';
import { noteRegion } from './region-readings';
import { ask, problemIn } from './request';
import { calledRegion } from './sign-in-mark';

/**
 * Asks for one part of one version's value: one deliberate act, one GetSecretValue in CloudTrail. A mutation and never
 * a query (decision 003): nothing repeats it, and once its component lets go of it nothing has it.
 */
export function useReveal(scope: string) {
  return useMutation({
    mutationFn: (body: Omit<RevealBody, 'scope'>) => askOnce(revealPath, { scope, ...body }, [body.arn]),
    onError: (cause, { arn, versionId }) =>
      noteIfRefused(scope, arn, 'GetSecretValue', problemIn(cause), versionId),
    gcTime: 0,
    retry: false,
  });
}

/** Compares two versions on the server; the answer holds key names and words, no value. */
export function useCompare(scope: string) {
  return useMutation({
    mutationFn: (body: Omit<CompareBody, 'scope'>): Promise<Compared> =>
      askOnce(comparePath, { scope, ...body }, [body.left.arn, body.right.arn]),
    // Which of the two was refused is not told: the pair is.
    onError: (cause, { left, right }) =>
      noteIfRefused(scope, left.arn, 'GetSecretValue', problemIn(cause), pairOf(left, right)),
    gcTime: 0,
    retry: false,
  });
}

// AWS has 8 seconds for each read; what takes longer than this was lost on the way.
const LONGEST = 20_000;

async function askOnce<Answer extends Revealed | Compared>(
  view: ViewPath<Answer>,
  body: object,
  arns: readonly string[],
): Promise<Answer> {
  const response = await ask(view.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST),
  });
  const answer: Answer = await response.json();
  noteAwsTime(answer.at);
  for (const arn of arns) {
    const { account = '', region = '' } = parseSecretArn(arn) ?? {};
    noteRegion(calledRegion(account, region), { at: answer.at });
  }
  return answer;
}
