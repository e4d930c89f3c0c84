import { shellWord } from '../cli.ts';

/** A schedule as RotateSecret takes it. */
export interface RotationRulesInput {
  readonly AutomaticallyAfterDays?: number;
  readonly ScheduleExpression?: string;
  readonly Duration?: string;
}

/** What a rotation is asked for with. */
export interface RotationCall {
  readonly region: string;
  readonly arn: string;
  readonly token: string;
  readonly immediately: boolean;
  readonly functionArn?: string | undefined;
  readonly rules?: RotationRulesInput | undefined;
}

/**
 * The AWS CLI command that makes the same call.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/rotate-secret.html
 */
export function rotateCommand({ region, arn, token, immediately, functionArn, rules }: RotationCall): string {
  return [
    'aws secretsmanager rotate-secret',
    `--region ${shellWord(region)}`,
    `--secret-id ${shellWord(arn)}`,
    `--client-request-token ${shellWord(token)}`,
    ...(functionArn ? [`--rotation-lambda-arn ${shellWord(functionArn)}`] : []),
    ...(rules ? [`--rotation-rules ${shellWord(JSON.stringify(rules))}`] : []),
    immediately ? '--rotate-immediately' : '--no-rotate-immediately',
  ].join(' \\\n  ');
}

/**
 * The AWS CLI command that turns rotation off.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/cancel-rotate-secret.html
 */
export function cancelCommand(region: string, arn: string): string {
  return `aws secretsmanager cancel-rotate-secret --region ${shellWord(region)} --secret-id ${shellWord(arn)}`;
}
