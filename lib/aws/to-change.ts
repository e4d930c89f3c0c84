import 'server-only';
import type { Event } from '@aws-sdk/client-cloudtrail';
import type { ChangeRecord } from '@/lib/domain/rotation/find-suspects';
import { toActor } from '@/lib/domain/timeline/actor';
import { toTrailIdentity } from './to-event';

type Json = { readonly [member: string]: unknown };

/** The members of requests that name things, of whatever service; `content` is EC2's wrapping of one. */
const NAMING =
  /^(?:functionName|roleName|policyName|policyArn|keyId|vpcEndpointIds?|vpcId|groupId|groupName|subnetIds?|routeTableId|secretId|content)$/i;
const DEEPEST = 8;
const MOST = 20;
const LONGEST = 2_048;

/**
 * An event of LookupEvents as a change: who made it, when, and what it names. Nothing else of its record is kept, since
 * requests may hold anything.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function toChange(event: Event, region: string): ChangeRecord | undefined {
  const record = parsed(event.CloudTrailEvent);
  const { EventId: id, EventName: name, EventTime: time } = event;
  if (!record || !id || !name || !time || record.readOnly === true) return undefined;
  const identity = toTrailIdentity(object(record.userIdentity));
  const agent = typeof record.userAgent === 'string' ? record.userAgent : undefined;
  return {
    ...{ id, name, at: time.toISOString(), region, by: toActor(identity, agent) },
    refused: typeof record.errorCode === 'string',
    mentions: [...new Set(namesIn(record.requestParameters, 0))].slice(0, MOST),
  };
}

function namesIn(value: unknown, depth: number): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, depth + 1));
  return Object.entries(object(value)).flatMap(([member, one]) => {
    if (typeof one === 'string') return NAMING.test(member) ? [one.slice(0, LONGEST)] : [];
    // Several of one kind: `vpcEndpointIds: [...]`.
    if (Array.isArray(one) && NAMING.test(member))
      return one.flatMap((each: unknown) => (typeof each === 'string' ? [each.slice(0, LONGEST)] : []));
    return namesIn(one, depth + 1);
  });
}

function parsed(json: string | undefined): Json | undefined {
  try {
    return json === undefined ? undefined : object(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
