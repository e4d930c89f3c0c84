import { AwsError, type Json } from '../../operation.ts';
import { ATTRIBUTES, type Attribute } from './attributes.ts';

/** What LookupEvents is asked. */
export interface Lookup {
  /** The one attribute events are wanted by. */
  readonly wanted: readonly [Attribute | 'EventId', string] | undefined;
  /** Milliseconds since the epoch, both ends included. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly size: number;
  readonly token: string | undefined;
  /** Insights events are wanted; there are none. */
  readonly insight: boolean;
}

const KEYS: readonly (Attribute | 'EventId')[] = ['EventId', ...ATTRIBUTES];
const PAGE = 50;

// The codes are of https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html;
// none of the wordings is recorded.

/** Reads the request, or refuses it. */
export function readLookup(input: Json): Lookup {
  const [start, end] = [instant(input.StartTime), instant(input.EndTime)];
  if (start !== undefined && end !== undefined && start > end) {
    throw new AwsError('InvalidTimeRangeException', 'The start time must not be after the end time.');
  }
  return {
    wanted: wantedIn(input.LookupAttributes),
    start,
    end,
    size: sizeOf(input.MaxResults),
    token: tokenOf(input.NextToken),
    insight: isInsight(input.EventCategory),
  };
}

function wantedIn(attributes: unknown): Lookup['wanted'] {
  if (attributes === undefined || attributes === null) return undefined;
  if (!Array.isArray(attributes)) throw mistyped('LookupAttributes', 'a list');
  if (attributes.length > 1) throw badAttribute('You can specify only one lookup attribute.');
  const [first] = attributes as unknown[];
  if (first === undefined) return undefined;
  if (typeof first !== 'object' || first === null) throw mistyped('LookupAttributes', 'a list of structures');
  const { AttributeKey, AttributeValue } = first as Json;
  const key = KEYS.find((one) => one === AttributeKey);
  if (!key) throw badAttribute(`The attribute key must be one of ${KEYS.join(', ')}.`);
  if (typeof AttributeValue !== 'string' || AttributeValue.length < 1 || AttributeValue.length > 2000) {
    throw badAttribute('The attribute value must have 1 to 2000 characters.');
  }
  return [key, AttributeValue];
}

function instant(time: unknown): number | undefined {
  if (time === undefined || time === null) return undefined;
  if (typeof time !== 'number') throw mistyped('A time', 'a number');
  if (Math.abs(time * 1000) > 8.64e15) {
    throw new AwsError('InvalidTimeRangeException', 'The time range is outside of the possible values.');
  }
  return time * 1000;
}

function sizeOf(size: unknown): number {
  if (size === undefined || size === null) return PAGE;
  if (typeof size !== 'number' || !Number.isInteger(size)) throw mistyped('MaxResults', 'an integer');
  if (size >= 1 && size <= PAGE) return size;
  throw new AwsError('InvalidMaxResultsException', `MaxResults must be from 1 to ${PAGE}.`);
}

function tokenOf(token: unknown): string | undefined {
  if (token === undefined || token === null) return undefined;
  if (typeof token !== 'string') throw mistyped('NextToken', 'a string');
  return token;
}

function isInsight(category: unknown): boolean {
  if (category === undefined || category === null) return false;
  if (category === 'insight') return true;
  throw new AwsError('InvalidEventCategoryException', 'The event category must be insight.');
}

function badAttribute(message: string): AwsError {
  return new AwsError('InvalidLookupAttributesException', message);
}

function mistyped(member: string, wanted: string): AwsError {
  return new AwsError('SerializationException', `${member} must be ${wanted}.`);
}
