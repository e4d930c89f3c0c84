import type { AwsCall } from './aws-call.ts';
import { cliText } from './cli.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { PutWarning } from './put-plan.ts';
import type { LabelMove } from './rollback.ts';
import type { Check } from './rollback-checks.ts';
import { labelMoveCall, putCall } from './secret-calls.ts';

/** What was done, by whom, and how AWS knows it: ids and words, never a value. */
export interface Receipt {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  /** A put moves AWSCURRENT to a version it makes. */
  readonly kind: 'rollback' | 'promote' | 'undo' | 'put';
  readonly from: string;
  readonly to: string;
  readonly moves: readonly LabelMove[];
  /** AWS's clock at its answer, ISO. */
  readonly at: string;
  /** AWS's request id; absent when the answer was lost and a re-read proved the move. */
  readonly requestId?: string | undefined;
  readonly operator: string;
  /** As sent to AWS. */
  readonly reason?: string | undefined;
  /** The regions that have to follow; absent while it could not be read whether there are any. */
  readonly replicas?: readonly string[] | undefined;
  /** The warnings that were ticked: what is still to do by hand. */
  readonly todo: readonly (Check['code'] | PutWarning)[];
  /** Set once an undo has moved AWSCURRENT back. */
  readonly undone?: boolean | undefined;
}

/** The call that was made; a value is never part of it. */
function callOf({ kind, arn, region, from, to }: Receipt): AwsCall {
  return kind === 'put'
    ? putCall(region, { arn, token: to })
    : labelMoveCall(region, {
        SecretId: arn,
        VersionStage: 'AWSCURRENT',
        RemoveFromVersionId: from,
        MoveToVersionId: to,
      });
}

/** The same call by the AWS CLI. */
export const commandOf = (receipt: Receipt): string => cliText(callOf(receipt));

const code = (text: string | null) => (text === null ? 'no version' : `\`${text}\``);

const titles = {
  rollback: 'Roll back of',
  promote: 'Promotion of a version of',
  undo: 'Undo of the last change of',
  put: 'New value of',
} as const;

/** The receipt as Markdown for an incident's log; `todo` is what its warnings leave to do, in words. */
export function receiptMarkdown(
  receipt: Receipt,
  regions: readonly { region: string; word: string }[],
  todo: readonly string[],
): string {
  const lines = [
    `**${titles[receipt.kind]} \`${receipt.name}\`**`,
    '',
    `- Secret: \`${receipt.arn}\``,
    `- At: ${receipt.at} (AWS's clock), by ${escapeMarkdown(receipt.operator)}`,
    ...receipt.moves.map((move) => `- ${move.label}: ${code(move.from)} → ${code(move.to)}`),
    receipt.requestId
      ? `- AWS request id: \`${receipt.requestId}\``
      : '- AWS request id: not known, the answer was lost and the move was read back',
    ...(receipt.reason ? [`- Reason: ${escapeMarkdown(receipt.reason)}`] : []),
    ...regions.map(({ region, word }) => `- ${region}: ${escapeMarkdown(word)}`),
    ...(todo.length > 0
      ? ['', 'Still to do:', '', ...todo.map((text) => `- [ ] ${escapeMarkdown(text)}`)]
      : []),
    '',
    '```sh',
    commandOf(receipt),
    '```',
  ];
  return `${lines.join('\n')}\n`;
}
