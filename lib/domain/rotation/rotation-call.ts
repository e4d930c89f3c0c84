import type { AwsCall } from '../aws-call.ts';

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
 * The call that sets a rotation up or begins one.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
 */
export const rotateCall = (order: RotationCall): AwsCall => ({
  service: 'secretsmanager',
  operation: 'RotateSecret',
  region: order.region,
  input: {
    SecretId: order.arn,
    ClientRequestToken: order.token,
    RotationLambdaARN: order.functionArn,
    RotationRules: order.rules,
    RotateImmediately: order.immediately,
  },
});

/**
 * The call that turns rotation off.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html
 */
export const cancelCall = (region: string, arn: string): AwsCall => ({
  service: 'secretsmanager',
  operation: 'CancelRotateSecret',
  region,
  input: { SecretId: arn },
});
