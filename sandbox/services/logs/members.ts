import type { Json } from '../../operation.ts';
import { type Field, readInput, required, text, whole } from '../secretsmanager/fields.ts';
import { constraintError } from './errors.ts';

// Lengths and patterns: the shapes of the API Reference,
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Types.html

/** Reads a request of this service, or refuses it with every fault in one InvalidParameterException. */
export const read: typeof readInput = (input: Json, shape) => readInput(input, shape, constraintError);

/** A text of which every character is one of a class, written as AWS writes the pattern in its errors. */
function textOf(shown: string, rules: { min: number; max: number }): Field<string | undefined> {
  const plain = text(rules);
  const whole = new RegExp(`^(?:${shown})$`);
  return {
    read(value, path, faults) {
      const found = plain.read(value, path, faults);
      if (found !== undefined && !whole.test(found)) {
        faults.push(
          `Value '${found}' at '${path}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${shown}`,
        );
      }
      return found;
    },
  };
}

/** The name of a group where it may be left out; also the start of one. */
export const groupName = textOf('[\\.\\-_/#A-Za-z0-9]+', { min: 1, max: 512 });

/** A part of a group's name. */
export const groupNamePattern = textOf('[\\.\\-_/#A-Za-z0-9]*', { min: 0, max: 512 });

/** A group by name or by ARN, the ARN without `:*` at its end. */
export const groupIdentifier = textOf('[\\w#+=/:,.@-]*', { min: 1, max: 2048 });

/** The name of a stream where it may be left out; also the start of one. */
export const streamName = textOf('[^:*]*', { min: 1, max: 512 });

/** Two ways to name a group, of which a caller takes one. */
export const groupMembers = { logGroupName: groupName, logGroupIdentifier: groupIdentifier };

/** A group and a stream of it, both by name. */
export const streamMembers = { logGroupName: required(groupName), logStreamName: required(streamName) };

/** An instant. */
export const instant = whole({ min: 0, max: Number.MAX_SAFE_INTEGER });

/** How many groups or streams a page may have. */
export const describeLimit = whole({ min: 1, max: 50 });

/** How many events a page may have. */
export const eventsLimit = whole({ min: 1, max: 10_000 });

/** A page token. */
export const nextToken = text({ min: 1, max: 4096 });

/** A filter pattern; what it means is for `compilePattern`. */
export const filterPattern = text({ max: 1024 });
