import type { Step } from './cause.ts';
import type { TrailEvent } from './evidence.ts';
import type { Block } from './log/block.ts';
import type { Line } from './log/line.ts';
import { stepInText } from './step.ts';

// Steps in which the templates make a call for the first time.
const STEP_OF_CALL: Readonly<Record<string, Step>> = {
  PutSecretValue: 'createSecret',
  GetRandomPassword: 'createSecret',
  GetSecretValue: 'createSecret',
  DescribeSecret: 'createSecret',
  Decrypt: 'createSecret',
  GenerateDataKey: 'createSecret',
  UpdateSecretVersionStage: 'finishSecret',
  RotateSecret: 'invoke',
  Invoke: 'invoke',
  GetFunction: 'invoke',
  GetFunctionConfiguration: 'invoke',
  CreateNetworkInterface: 'invoke',
};

/**
 * A rotation's own event, which names the step, or a call that failed.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export const tellsFailure = ({ eventName, errorCode, errorMessage }: TrailEvent): boolean =>
  /^(?:Test)?Rotation(?:Failed|Abandoned)$/.test(eventName ?? '') ||
  ((errorCode !== undefined || errorMessage !== undefined) && !isExpected(errorCode, errorMessage));

/** Whether the rotation ended well. */
export const tellsSuccessOf = ({ eventName }: TrailEvent): boolean => eventName === 'RotationSucceeded';

// createSecret looks for a pending version before there is one.
const isExpected = (errorCode = '', errorMessage = '') =>
  /ResourceNotFound/.test(errorCode) && /staging label: AWS(?:PENDING|PREVIOUS)|VersionId/.test(errorMessage);

/** The step that an event of CloudTrail tells, and whether in so many words. */
export function stepOfEvent({ eventName, errorMessage }: TrailEvent): { step?: Step; named: boolean } {
  const named = /during (\w{3,12}) step/.exec(errorMessage ?? '')?.[1];
  const step = named === undefined ? undefined : stepInText(named);
  if (step) return { step, named: true };
  const called = STEP_OF_CALL[eventName ?? ''];
  return called ? { step: called, named: false } : { named: false };
}

/** The event as the rules read a log: its error under its name. */
export function blockOfEvent(event: TrailEvent, index: number): Block {
  const { eventName = '', errorCode = '', errorMessage = '' } = event;
  const text = [
    errorCode && eventName && !errorMessage.includes('when calling')
      ? `An error occurred (${errorCode}) when calling the ${eventName} operation: ${errorMessage}`
      : [eventName, errorMessage].filter(Boolean).join(': '),
  ].join('');
  const clipped = text.slice(0, 8000);
  const line: Line = {
    entry: index,
    start: 0,
    text: clipped,
    said: clipped,
    raw: clipped,
    left: 0,
    level: 'error',
    requestId: undefined,
    fields: undefined,
  };
  return { lines: [line], level: 'error', uncaught: true, trace: false, telling: true };
}
