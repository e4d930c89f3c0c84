import type { Incoming } from '../http/reply.ts';
import { refuse } from '../protocols/refusals.ts';
import type { Protocol } from '../services/service.ts';
import { fromBasic } from './skew.ts';

/** What a signed request says of its signature; nothing of it is proved yet. */
export interface Authorization {
  readonly accessKeyId: string;
  /** The day of the credential scope, `yyyymmdd`. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: ReadonlySet<string>;
  readonly signature: string;
  /** `yyyymmddThhmmssZ` as sent. */
  readonly date: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Takes the Authorization header apart, or says as AWS does what it lacks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function readAuthorization(protocol: Protocol, { headers }: Incoming): Authorization {
  const header = headers.authorization;
  if (!header) {
    const sentence =
      protocol === 'query' ? 'Request is missing Authentication Token' : 'Missing Authentication Token';
    throw refuse(protocol, 'missing-credentials', sentence);
  }
  const parameters = parametersOf(header);
  const date = headers['x-amz-date'];
  const lacking = [
    ...['Credential', 'Signature', 'SignedHeaders']
      .filter((name) => !parameters.get(name))
      .map((name) => `Authorization header requires '${name}' parameter.`),
    ...(date === undefined
      ? ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]
      : []),
  ];
  if (date === undefined || lacking.length > 0) throw incomplete(protocol, lacking.join(' '));
  if (Number.isNaN(fromBasic(date))) {
    throw incomplete(protocol, `Date must be in ISO-8601 'basic format'. Got '${date}'.`);
  }
  const [accessKeyId, day, region, service] = scopeOf(protocol, parameters.get('Credential') ?? '');
  return {
    accessKeyId,
    day,
    region,
    service,
    date,
    signedHeaders: new Set((parameters.get('SignedHeaders') ?? '').split(';')),
    signature: parameters.get('Signature') ?? '',
  };
}

/** The parameters of the header; none when it is of another algorithm. */
function parametersOf(header: string): ReadonlyMap<string, string> {
  if (!header.startsWith(`${ALGORITHM} `)) return new Map();
  const pairs = header
    .slice(ALGORITHM.length)
    .split(',')
    .map((part) => /^\s*(\w+)=(.*?)\s*$/.exec(part));
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1]!, pair[2]!] as const] : [])));
}

function scopeOf(protocol: Protocol, credential: string): [string, string, string, string] {
  const parts = credential.split('/');
  const [accessKeyId, day, region, service, term] = parts;
  if (parts.length !== 5 || !accessKeyId || !day || !region || !service) {
    const rule = 'Credential must have exactly 5 slash-delimited elements';
    throw incomplete(protocol, `${rule}, e.g. keyid/date/region/service/term, got '${credential}'`);
  }
  if (term !== 'aws4_request') {
    const rule = "Credential should be scoped with a valid terminator: 'aws4_request'";
    throw refuse(protocol, 'wrong-signature', `${rule}, not '${term}'.`);
  }
  return [accessKeyId, day, region, service];
}

function incomplete(protocol: Protocol, message: string) {
  return refuse(protocol, 'incomplete-signature', message);
}
