import type { Json } from '../operation.ts';
import type { Code, Running, Surroundings } from './code.ts';
import { CallFailed, Raised } from './failure.ts';

// The errors of Secrets Manager's model are classes of their own in boto3; all others are a ClientError.
const MODELLED = new Set([
  'DecryptionFailure',
  'EncryptionFailure',
  'InternalServiceError',
  'InvalidNextTokenException',
  'InvalidParameterException',
  'InvalidRequestException',
  'LimitExceededException',
  'MalformedPolicyDocumentException',
  'PreconditionNotMetException',
  'PublicPolicyException',
  'ResourceExistsException',
  'ResourceNotFoundException',
]);

/** An AWS error as Python's SDK words it. */
export function clientError({ code, operation, message, retries }: CallFailed): Raised {
  const again = retries > 0 ? ` (reached max retries: ${retries})` : '';
  return new Raised(
    MODELLED.has(code) ? code : 'ClientError',
    `An error occurred (${code}) when calling the ${operation} operation${again}: ${message}`,
  );
}

/** Calls AWS as boto3 does: what fails is raised in its words. */
export function* boto(around: Surroundings, operation: string, input: Json): Running<Json> {
  try {
    return yield* around.call('secretsmanager', operation, input);
  } catch (cause) {
    if (!(cause instanceof CallFailed)) throw cause;
    if (cause.kind === 'refused') throw clientError(cause);
    throw new Raised(cause.code, cause.message);
  }
}

/** Runs code so that what it raises shows the handler and the step on its stack. */
export function traced(lines: Readonly<Record<string, number>>, code: Code): Code {
  return function* (around) {
    try {
      yield* code(around);
    } catch (cause) {
      if (!(cause instanceof Raised) || cause.frames.length > 0) throw cause;
      const step = snake(around.event.Step);
      throw new Raised(cause.type, cause.message, [
        ['lambda_handler', lines.lambda_handler ?? 70],
        [step, lines[step] ?? 100],
      ]);
    }
  };
}

/** Logs an error and raises it, as the templates do. */
export function raise(around: Surroundings, message: string, type = 'ValueError'): never {
  around.log('ERROR', message);
  throw new Raised(type, message);
}

/** The JSON object in a secret's text, or Python's own error. */
export function loads(text: string): { [member: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Raised('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as { [member: string]: unknown };
  }
  throw new Raised('TypeError', "string indices must be integers, not 'str'");
}

function snake(step: string): string {
  return step.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
