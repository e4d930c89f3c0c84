import 'server-only';
import type { Event } from '@aws-sdk/client-cloudtrail';
import type {
  TrailAnswer,
  TrailIdentity,
  TrailRecord,
  TrailRequest,
} from '@/lib/domain/timeline/trail-record';

// AWS's sentences about secrets name things and hold no value; a long one is cut all the same.
const LONGEST = 500;

type Json = { readonly [member: string]: unknown };

/**
 * One event of LookupEvents, reduced to the members that are known; undefined when its record cannot be read or is not
 * of Secrets Manager. The record is JSON inside of the answer, and everything in it is optional.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Event.html
 */
export function toTrailRecord({ CloudTrailEvent, EventId, EventTime }: Event): TrailRecord | undefined {
  const record = parsed(CloudTrailEvent);
  const name = text(record?.eventName);
  const at = text(record?.eventTime) ?? EventTime?.toISOString();
  const id = EventId ?? text(record?.eventID);
  if (!record || !id || !name || !at || Number.isNaN(Date.parse(at))) return undefined;
  if (record.eventSource !== 'secretsmanager.amazonaws.com') return undefined;
  const asked = toRequest(object(record.requestParameters));
  return {
    id,
    name,
    at: new Date(at).toISOString(),
    readOnly: record.readOnly === true,
    byService: record.eventType === 'AwsServiceEvent',
    identity: toTrailIdentity(object(record.userIdentity)),
    asked,
    answered: toAnswer(object(record.responseElements)),
    ...optional('userAgent', text(record.userAgent)),
    ...optional('sourceIp', text(record.sourceIPAddress)),
    ...optional('requestId', text(record.requestID, 2_300)),
    ...optional('errorCode', text(record.errorCode)),
    ...optional('errorMessage', text(record.errorMessage)),
    ...optional('about', text(object(record.additionalEventData).SecretId, 2_048)),
    ...(record.sessionCredentialFromConsole === 'true' ? { fromConsole: true } : {}),
  };
}

/** Who made a call, as far as its record says. */
export function toTrailIdentity(identity: Json): TrailIdentity {
  const context = object(identity.sessionContext);
  return {
    ...optional('type', text(identity.type)),
    ...optional('arn', text(identity.arn, 2_048)),
    ...optional('account', text(identity.accountId)),
    ...optional('userName', text(identity.userName)),
    ...optional('invokedBy', text(identity.invokedBy)),
    ...optional('role', text(object(context.sessionIssuer).userName)),
    ...optional('sourceIdentity', text(context.sourceIdentity)),
  };
}

function toRequest(asked: Json): TrailRequest {
  const labels = Array.isArray(asked.versionStages)
    ? asked.versionStages.flatMap((label: unknown) => text(label) ?? [])
    : undefined;
  return {
    ...optional('secretId', text(asked.secretId, 2_048)),
    ...optional('name', text(asked.name, 2_048)),
    ...optional('token', text(asked.clientRequestToken)),
    ...optional('versionId', text(asked.versionId)),
    ...optional('label', text(asked.versionStage)),
    ...optional('labels', labels),
    ...optional('moveTo', text(asked.moveToVersionId)),
    ...optional('removeFrom', text(asked.removeFromVersionId)),
    ...optional('regions', toRegions(asked)),
    ...(typeof asked.rotateImmediately === 'boolean' ? { rotateImmediately: asked.rotateImmediately } : {}),
  };
}

// Composed from the request's model: no such record is published.
function toRegions({ addReplicaRegions: added, removeReplicaRegions: removed }: Json): string[] | undefined {
  if (Array.isArray(added)) return added.flatMap((one: unknown) => text(object(one).region, 64) ?? []);
  return Array.isArray(removed) ? removed.flatMap((one: unknown) => text(one, 64) ?? []) : undefined;
}

function toAnswer(answered: Json): TrailAnswer {
  return {
    // Until February 2024 some events wrote `aRN`.
    ...optional('arn', text(answered.arn, 2_048) ?? text(answered.aRN, 2_048)),
    ...optional('name', text(answered.name, 2_048)),
    ...optional('versionId', text(answered.versionId)),
  };
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

const text = (value: unknown, longest = LONGEST) =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
