import type { Event } from './event.ts';
import { usernameIn } from './user-identity.ts';

/** Where a log's events happened. */
export interface LogPlace {
  readonly account: string;
  readonly region: string;
}

/** What an event can be looked up by, beside its id. */
export const ATTRIBUTES = [
  'AccessKeyId',
  'EventName',
  'EventSource',
  'ReadOnly',
  'ResourceName',
  'ResourceType',
  'Username',
] as const;

/** One of them. */
export type Attribute = (typeof ATTRIBUTES)[number];

/** The values of an event, by attribute; an event may be about several resources. */
export function attributesOf(event: Event, place: LogPlace): [Attribute, string][] {
  const { subject, resources = [] } = event;
  const found: [Attribute, string][] = [
    ['EventName', subject.eventName],
    ['EventSource', subject.eventSource],
    ['ReadOnly', String(subject.readOnly)],
  ];
  const username = usernameOf(event, place);
  if (username !== undefined) found.push(['Username', username]);
  const key = accessKeyOf(event, place);
  if (key !== undefined) found.push(['AccessKeyId', key]);
  for (const name of new Set(resources.map(({ arn }) => arn))) found.push(['ResourceName', name]);
  for (const type of new Set(resources.map((one) => one.type))) found.push(['ResourceType', type]);
  return found;
}

/** Who did it, as `Username` finds them. */
export function usernameOf({ subject }: Event, { account }: LogPlace): string | undefined {
  return subject.principal && usernameIn(subject.principal, account);
}

/** The key that signed, where the account of the log may know it. */
export function accessKeyOf({ subject }: Event, { account }: LogPlace): string | undefined {
  return subject.principal?.account === account ? subject.caller?.accessKeyId : undefined;
}
