import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '@/lib/contract/problem';
import type { GeneratedPassword, PasswordBody } from '@/lib/contract/values';
import { passwordPath } from '@/lib/contract/view-paths';
import { safeReason } from '@/lib/domain/reason';
import { noteAwsTime } from './aws-time';
import { readLabels } from './label-move';
import { useOperator } from './operator';
import { keepOwnAct } from './own-events';
import { ask, callOperation, problemIn } from './request';
import { secretQuery } from './secret';

/** A new value as the operator confirmed it. */
export interface PutOrder {
  readonly arn: string;
  readonly region: string;
  /** Made when the form opened: it becomes the version's id. */
  readonly token: string;
  readonly typedValue: string;
  /** The label it is staged under; absent: it becomes current. */
  readonly label?: string | undefined;
  /** Where AWSCURRENT was seen; null: on no version. */
  readonly seenCurrent: string | null;
  readonly reason?: string | undefined;
}

/** How a put ended. */
export type PutResult =
  | { readonly outcome: 'put'; readonly at: string; readonly requestId?: string | undefined }
  /** The answer was lost, and the version is not there so far: the same form may be sent again. */
  | { readonly outcome: 'not-seen'; readonly at: string; readonly problem: Problem };

/**
 * One PutSecretValue, sent once. When the answer is lost the labels say whether it happened; sending the same form again
 * makes no second version, because its token is the version's id.
 */
export function usePutValue(scope: string) {
  const client = useQueryClient();
  const operator = useOperator().data?.arn ?? '';
  return useMutation({
    gcTime: 0,
    retry: false,
    mutationFn: async ({
      arn,
      region,
      token,
      typedValue,
      label,
      seenCurrent,
      reason,
    }: PutOrder): Promise<PutResult> => {
      const input = {
        SecretId: arn,
        ClientRequestToken: token,
        SecretString: typedValue,
        ...(label === undefined ? {} : { VersionStages: [label] }),
      };
      try {
        const more = label === undefined ? { seenCurrent } : {};
        const { at, requestId } = await callOperation(scope, region, 'PutSecretValue', input, reason, more);
        return { outcome: 'put', at, requestId };
      } catch (cause) {
        const problem = problemIn(cause);
        if (problem.code !== 'answer-lost') throw cause;
        const { holders, at } = await readLabels(scope, region, arn);
        const there = holders[label ?? 'AWSCURRENT'] === token;
        return there ? { outcome: 'put', at } : { outcome: 'not-seen', at, problem };
      }
    },
    onSuccess: (result, { arn, token, label, reason }) => {
      if (result.outcome !== 'put') return;
      keepOwnAct(scope, {
        ...{ arn, operator, at: result.at, requestId: result.requestId },
        name: 'PutSecretValue',
        effect: { kind: 'value-put', version: token, ...(label ? { labels: [label] } : {}) },
        reason: safeReason(reason ?? '') || undefined,
      });
    },
    onSettled: (_result, _error, { arn }) => {
      void client.invalidateQueries({ queryKey: secretQuery(scope, arn).queryKey });
    },
  });
}

/** Lets AWS make a password; it is handed to the caller and kept by nobody. */
export async function generatePassword(body: PasswordBody): Promise<string> {
  const response = await ask(passwordPath.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const { passwordValue, at }: GeneratedPassword = await response.json();
  noteAwsTime(at);
  return passwordValue;
}
