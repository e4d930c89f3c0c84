import type { Json } from '../../operation.ts';

/** Members that are times; in an event they are display text, as the guide's sample of DeleteSecret shows. */
const TIMES = new Set(['deletionDate', 'startTime', 'endTime', 'expiration', 'creationDate']);

/** Members that are credentials even inside an answer that is written down. */
const CREDENTIALS = new Set(['secretAccessKey', 'sessionToken']);

/** Members whose own keys are the caller's words and not AWS's. */
const MAPS = new Set(['encryptionContext']);

/**
 * What an event shows of a request or an answer: the members allowed (named as events spell them); null when
 * there are none. Members count as allowed however their first letter is written: services differ.
 */
export function shown(members: Json, allowed: ReadonlySet<string> | undefined): Json | null {
  if (!allowed) return null;
  const entries = Object.entries(members).filter(
    ([name, value]) => value !== undefined && allowed.has(eventSpelling(name)),
  );
  return entries.length > 0 ? spelled(Object.fromEntries(entries)) : null;
}

/** SecretId is secretId, ARN is arn, RotationLambdaARN is rotationLambdaARN. */
export function eventSpelling(member: string): string {
  return member.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (head) => head.toLowerCase());
}

function spelled(members: Json): Json {
  return Object.fromEntries(
    Object.entries(members)
      .map(([member, value]): [string, unknown] => {
        const name = eventSpelling(member);
        return [name, spelledValue(name, value)];
      })
      .filter(([name, value]) => value !== undefined && !CREDENTIALS.has(name as string)),
  );
}

function spelledValue(name: string, value: unknown): unknown {
  if (TIMES.has(name) && typeof value === 'number') return displayTime(value);
  if (MAPS.has(name)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => spelledValue('', one));
  return typeof value === 'object' && value !== null ? spelled(value as Json) : value;
}

/** Epoch seconds, or milliseconds as CloudWatch Logs has them, as `May 3, 2018 5:51:02 PM` in UTC. */
function displayTime(time: number): string {
  const ms = time > 100_000_000_000 ? time : time * 1000;
  if (!(Math.abs(ms) <= 8.64e15)) return String(time);
  const text = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(ms);
  // Node writes "May 3, 2018, 5:51:02\u202fPM".
  return text.replace(/, (?=\d+:)/, ' ').replaceAll('\u202f', ' ');
}
