import type { Json } from '../../operation.ts';
import { accessKeyOf, type LogPlace, usernameOf } from './attributes.ts';
import type { Event } from './event.ts';
import { eventIdOf } from './event-id.ts';
import type { Log } from './log.ts';
import { identityOf, isoSeconds } from './user-identity.ts';

/** An event as LookupEvents lists it. */
export function entryOf(event: Event, log: Log): Json {
  const { subject, at, resources = [] } = event;
  const [key, username] = [accessKeyOf(event, log), usernameOf(event, log)];
  return {
    EventId: eventIdOf(log.name, event.sequence),
    EventName: subject.eventName,
    ReadOnly: String(subject.readOnly),
    ...(key === undefined ? {} : { AccessKeyId: key }),
    EventTime: Math.floor(at / 1000),
    EventSource: subject.eventSource,
    ...(username === undefined ? {} : { Username: username }),
    Resources: resources.map(({ type, arn }) => ({ ResourceType: type, ResourceName: arn })),
    CloudTrailEvent: JSON.stringify(recordOf(event, log)),
  };
}

/**
 * The event's record.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
function recordOf(event: Event, log: Log): Json {
  const { subject, failure } = event;
  const inside = subject.kind === 'call' ? undefined : `${subject.by ?? subject.service}.amazonaws.com`;
  // Recorded events of secrets have no `resources`, whatever a lookup finds them by.
  const resources = event.resources?.filter(({ type }) => type !== 'AWS::SecretsManager::Secret') ?? [];
  return {
    eventVersion: subject.kind === 'service' ? '1.08' : '1.09',
    userIdentity: userIdentityOf(event, log, inside),
    eventTime: isoSeconds(event.at),
    eventSource: subject.eventSource,
    eventName: subject.eventName,
    awsRegion: log.region,
    sourceIPAddress: inside ?? subject.caller?.sourceIp,
    userAgent: inside ?? subject.caller?.userAgent,
    ...(failure?.code ? { errorCode: failure.code } : {}),
    ...(failure ? { errorMessage: failure.message } : {}),
    requestParameters: parsed(event.request),
    responseElements: parsed(event.response),
    ...(event.about === undefined ? {} : { additionalEventData: { SecretId: event.about } }),
    requestID: event.requestId,
    eventID: eventIdOf(log.name, event.sequence),
    readOnly: subject.readOnly,
    ...(resources.length > 0 ? { resources: resources.map(resourceOf) } : {}),
    eventType: subject.kind === 'service' ? 'AwsServiceEvent' : 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: log.account,
    ...(event.shared === undefined ? {} : { sharedEventID: event.shared }),
    eventCategory: 'Management',
    ...(subject.kind === 'call' ? { tlsDetails: tlsOf(event, log) } : {}),
  };
}

function userIdentityOf({ subject, at }: Event, { account, region }: LogPlace, inside: string | undefined) {
  // Events of what Secrets Manager did by itself carry no type, as recorded.
  if (!subject.principal) return { accountId: account, invokedBy: inside };
  const accessKeyId = subject.caller?.accessKeyId;
  const element = identityOf(subject.principal, { region, at, accessKeyId, recipient: account });
  return inside === undefined ? element : { ...element, invokedBy: inside };
}

function resourceOf({ arn, account, type }: NonNullable<Event['resources']>[number]): Json {
  return { accountId: account, type, ARN: arn };
}

function tlsOf({ subject }: Event, { region }: LogPlace): Json {
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: subject.caller?.host ?? `${subject.service}.${region}.amazonaws.com`,
  };
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text);
}
