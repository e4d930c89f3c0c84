import { shellWord } from '../../cli.ts';
import type { RankedCause } from '../diagnosis.ts';
import type { Evidence } from '../evidence.ts';

/** What a cause is about, as far as the evidence names it. */
export interface Subject {
  readonly region?: string | undefined;
  /** The account of the secret. */
  readonly account?: string | undefined;
  readonly secret?: string | undefined;
  readonly fn?: string | undefined;
  readonly role?: string | undefined;
  readonly key?: string | undefined;
  /** What was refused, as IAM writes it: `secretsmanager:PutSecretValue`. */
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
}

const SECRET =
  /\barn:aws[a-z-]{0,12}:secretsmanager:([a-z0-9-]{1,30}):(\d{12}):secret:[\w/+=.@!-]{1,512}-[A-Za-z0-9]{6}\b/;
const FUNCTION = /\barn:aws[a-z-]{0,12}:lambda:([a-z0-9-]{1,30}):\d{12}:function:[\w-]{1,64}/;
const ROLE = /\barn:aws[a-z-]{0,12}:sts::\d{12}:assumed-role\/([\w+=,.@-]{1,64})\//;
const KEY = /\barn:aws[a-z-]{0,12}:kms:[a-z0-9-]{1,30}:\d{12}:key\/[\w-]{1,80}/;
const REFUSED = /not authorized to perform:? ([\w-]{2,40}:\w{2,60})(?: on resource: (\S{1,600}))?/;

// Longer entries hold no names that shorter ones lack.
const LONGEST = 8000;

/** Reads who and what the proofs of a cause name; names missing there are looked for in the rest of the evidence. */
export function subjectOf(
  { log, cloudtrail }: Evidence,
  { proofs }: RankedCause,
  known: Subject = {},
): Subject {
  const trail = cloudtrail.map(({ errorMessage = '' }) => errorMessage);
  const proven = proofs.flatMap(({ source, line = 0 }) =>
    source === 'log' ? [log[line] ?? ''] : source === 'cloudtrail' ? [trail[line] ?? ''] : [],
  );
  const texts = [...proven, ...trail, ...log].map((text) => text.slice(0, LONGEST));
  const find = (sign: RegExp) => {
    for (const text of texts) {
      const found = sign.exec(text);
      if (found) return found;
    }
    return undefined;
  };
  const secret = find(SECRET);
  const fn = find(FUNCTION);
  const [, action, resource] = proven.map((text) => REFUSED.exec(text)).find((found) => found) ?? [];
  return {
    region: secret?.[1] ?? fn?.[1] ?? known.region,
    account: secret?.[2] ?? known.account,
    secret: secret?.[0] ?? known.secret,
    fn: fn?.[0] ?? known.fn,
    role: find(ROLE)?.[1] ?? known.role,
    key: find(KEY)?.[0] ?? known.key,
    action,
    resource: resource?.replace(/[.,;]+$/, ''),
  };
}

/** An AWS CLI command; a name that is not known stands in it in capitals. */
export function command(
  subject: Subject,
  call: string,
  options: Readonly<Record<string, string | undefined>>,
): string {
  const region = call.startsWith('iam ') ? {} : { region: subject.region ?? 'REGION' };
  return [
    `aws ${call}`,
    ...Object.entries({ ...region, ...options }).map(([name, value]) =>
      value === '' ? `--${name}` : `--${name} ${shellWord(value ?? name.replaceAll('-', '_').toUpperCase())}`,
    ),
  ].join(' \\\n  ');
}
