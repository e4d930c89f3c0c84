import type { Json } from '../../operation.ts';
import type { BehalfHappening, CallHappening, Happening, ServiceHappening } from '../../trail.ts';
import { catalog, type Recorded } from './catalog.ts';
import type { NewEvent, Subject } from './event.ts';
import { uuidOf } from './event-id.ts';
import { createOnce } from './once.ts';
import { shown } from './parameters.ts';
import { callResources, ownersOf } from './resources.ts';
import { type ResourceLookup, resourceOfSecret } from './secret-resource.ts';

/** An event and the accounts that get it. */
export interface Recording {
  readonly event: NewEvent;
  readonly accounts: readonly string[];
}

/** Turns what CloudTrail is told into events: none for what it does not record. */
export type Recorder = (happening: Happening) => Recording[];

type Outcome = CallHappening['outcome'];

/** A recorder; what many events share it keeps once. `nextBehalf` numbers what services call for somebody. */
export function createRecorder(lookup: ResourceLookup, nextBehalf: () => number): Recorder {
  const subjects = createOnce<Subject>(20_000);
  const texts = createOnce<string>(250_000);

  const subjectOf = (subject: Subject) => {
    const { principal, caller } = subject;
    const key = [subject.kind, subject.service, subject.eventName, subject.readOnly, subject.by];
    const who = [principal?.arn, principal?.userId, caller?.accessKeyId, caller?.sourceIp, caller?.userAgent];
    return subjects(JSON.stringify([...key, ...who, caller?.host]), () => subject);
  };
  const textOf = (json: Json | null) => {
    if (json === null) return undefined;
    const text = JSON.stringify(json);
    return texts(text, () => text);
  };

  function call(told: CallHappening, known: Recorded): Recording {
    const { service, operation, principal, caller, input, outcome } = told;
    const output = 'output' in outcome ? outcome.output : {};
    const resources = callResources(told, lookup, output);
    const readOnly = known.readOnly(operation);
    const failure = failureOf(outcome);
    const response = shown(output, known.response.get(operation));
    return delivered(principal.account, ownersOf(input, resources), {
      at: told.at.getTime(),
      subject: subjectOf({
        kind: 'call',
        service,
        eventSource: known.eventSource,
        eventName: known.eventNames[operation] ?? operation,
        readOnly,
        principal,
        caller,
      }),
      requestId: compact(told.requestId),
      request: textOf(shown(input, known.request)),
      response: textOf(response),
      failure,
      resources: resources.length > 0 ? resources : undefined,
      about: undefined,
      shared: undefined,
    });
  }

  function behalf(told: BehalfHappening, { eventSource }: Recorded): Recording {
    const { service, principal, caller, resources, readOnly, by } = told;
    return delivered(principal.account, ownersOf({}, resources), {
      at: told.at.getTime(),
      subject: subjectOf({
        kind: 'behalf',
        service,
        eventSource,
        eventName: told.operation,
        readOnly,
        principal,
        caller,
        by,
      }),
      requestId: compact(uuidOf('behalf', nextBehalf())),
      request: textOf(told.requestParameters),
      response: undefined,
      failure: told.failure && spelledFailure(told.failure),
      resources: resources.length > 0 ? resources : undefined,
      about: undefined,
      shared: undefined,
    });
  }

  function service(told: ServiceHappening, { eventSource }: Recorded): Recording {
    const resources = resourceOfSecret(lookup, told.secretArn);
    const { service: name, errorMessage } = told;
    return {
      accounts: [told.account],
      event: {
        at: told.at.getTime(),
        subject: subjectOf({
          kind: 'service',
          service: name,
          eventSource,
          eventName: told.name,
          readOnly: false,
        }),
        requestId: compact(told.requestId),
        request: undefined,
        response: undefined,
        failure: errorMessage === undefined ? undefined : { code: '', message: errorMessage },
        resources: resources.length > 0 ? resources : undefined,
        about: told.secretArn,
        shared: undefined,
      },
    };
  }

  return (told) => {
    const known = catalog.get(told.service);
    if (!known) return [];
    if (told.kind === 'behalf') return [behalf(told, known)];
    if (told.kind === 'service') return [service(told, known)];
    if (known.unrecorded.has(told.operation)) return [];
    return [told, ...batchedReads(told)].map((one) => call(one, known));
  };
}

/** The same text in one piece: an id that was put together from parts keeps them all, ten times its size. */
function compact(id: string): string {
  return Buffer.from(id).toString();
}

/**
 * BatchGetSecretValue is recorded itself and as one GetSecretValue for each secret.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
function batchedReads(told: CallHappening): CallHappening[] {
  if (told.operation !== 'BatchGetSecretValue' || !('output' in told.outcome)) return [];
  const { SecretValues, Errors } = told.outcome.output;
  const read = (SecretId: unknown, outcome: Outcome): CallHappening => ({
    ...told,
    operation: 'GetSecretValue',
    input: { SecretId },
    outcome,
  });
  return [
    ...objects(SecretValues).map((output) => read(output.ARN, { output })),
    ...objects(Errors).map(({ SecretId, ErrorCode, Message }) =>
      read(SecretId, { code: String(ErrorCode), message: String(Message) }),
    ),
  ];
}

function objects(list: unknown): Json[] {
  return Array.isArray(list)
    ? list.filter((one): one is Json => typeof one === 'object' && one !== null)
    : [];
}

function failureOf(outcome: Outcome): NewEvent['failure'] {
  return 'output' in outcome ? undefined : spelledFailure(outcome);
}

/** Events say AccessDenied where the API says AccessDeniedException, as recorded; other codes are the API's. */
function spelledFailure({ code, message }: { code: string; message: string }) {
  return { code: code === 'AccessDeniedException' ? 'AccessDenied' : code, message };
}

/**
 * The caller's account gets the event, and so does the account of the resource when the call was accepted.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 * (sharedEventID). That a refused call shows in the caller's account only is confirmed for KMS and STS alone.
 */
function delivered(caller: string, owners: readonly string[], event: NewEvent): Recording {
  const accounts = [...new Set([caller, ...(event.failure ? [] : owners)])];
  if (accounts.length === 1) return { accounts, event };
  const shared = uuidOf('shared', event.requestId, event.subject.eventName, event.at);
  return { accounts, event: { ...event, shared } };
}
