import type { Attempt } from '../attempt.ts';
import type { Cause } from '../cause.ts';
import type { Finding } from '../clue.ts';
import type { Block } from '../log/block.ts';

/** What a sentence is about, what it says of it, and the cause that makes. */
interface Sense {
  readonly cause: Cause;
  readonly about: RegExp;
  readonly tells: RegExp;
  readonly says: string;
}

const REFUSED =
  /reject|refus|den(?:ied|ies)|not (?:permitted|allowed|authori[sz]ed|accept)|may not\b|lacks?\b|forbidden|cannot (?:use|decrypt|read|change)|no (?:access|permission|right)|missing permission/i;
const SILENT =
  /no (?:answer|response|reply|route|healthy)|did(?:n't| not) (?:answer|respond|reply)|(?:does|did)(?:n't| not) resolve|not (?:reachable|responding)|un(?:reachable|available)|timed? ?out|cannot (?:open|reach|connect)|(?:could|can) ?not (?:be )?(?:open|reach|connect|obtain|establish)\w*|lost (?:contact|connection)|exhausted|is down\b|lookup failed|[Ff]ailed (?:opening|to open|to reach|connecting)|no (?:connection|reachable)\b/i;

// The more special first: a sentence about a key or a certificate may speak of a password too.
const SENSES: readonly Sense[] = [
  {
    cause: 'kms-key-unavailable',
    about: /\bKMS\b|customer[- ]managed key|\bCMK\b/i,
    tells: /disabled|deletion|deleted|does not exist|unavailable|invalid state/i,
    says: 'It speaks of a key that cannot be used',
  },
  {
    cause: 'kms-permission-denied',
    about: /\bKMS\b|customer[- ]managed key|\bCMK\b/i,
    tells: REFUSED,
    says: 'It speaks of a key that may not be used',
  },
  {
    cause: 'throttled',
    about: /secret|\bAWS\b|\bKMS\b|\blambda\b|\bAPI\b|\bcalls?\b|\brequests?\b/i,
    tells: /throttl|too many (?:calls|requests)|slow down|rate limit/i,
    says: 'It speaks of too many calls',
  },
  {
    cause: 'secrets-endpoint-unreachable',
    about: /secrets ?manager/i,
    tells: SILENT,
    says: 'It speaks of no answer from Secrets Manager',
  },
  {
    cause: 'secrets-permission-denied',
    about: /secrets ?manager|\b(?:Get|Put)SecretValue\b|\bDescribeSecret\b|\bUpdateSecretVersionStage\b/i,
    tells: REFUSED,
    says: 'It speaks of a refusal by Secrets Manager',
  },
  {
    cause: 'rotation-not-enabled',
    about: /\brotation\b/i,
    tells: /(?:switched|turned) off|not (?:have rotation )?enabled|rotation (?:is )?disabled/i,
    says: 'It speaks of rotation that is off',
  },
  {
    cause: 'stage-mismatch',
    about: /AWSPENDING|AWSCURRENT|AWSPREVIOUS|staging label/,
    tells:
      /(?:different|another|other|wrong|unexpected) version|not (?:attached|on the)|carries no|has no .{0,20}label|already AWSPREVIOUS/i,
    says: 'It speaks of labels that are not where they should be',
  },
  {
    cause: 'lambda-code-error',
    about: /environment variable|\benv var|\bhandler\b/i,
    tells: /not set|missing|undefined|unset|no implementation|not implemented|has no handler/i,
    says: 'It speaks of a setting or a step that the function lacks',
  },
  {
    cause: 'admin-secret-missing',
    about: /\b(?:admin\w*|master|superuser)(?: user)?(?:['’]s)? secret\b|\bmaster_?arn\b/i,
    tells:
      /missing|not part|not found|not (?:be )?found|not present|not configured|no master_?arn|does not exist|deleted|absent|is gone/i,
    says: 'It speaks of a superuser’s secret that is not there',
  },
  {
    cause: 'engine-mismatch',
    about: /\b(?:mysql|postgres\w*|mariadb|oracle|sql ?server|mongo\w*|redshift|db2)\b/i,
    tells:
      /engine\b.{0,80}(?:not (?:handled|supported)|unsupported|expected|instead)|\bsupports? \w{2,20} only\b|\bonly (?:supports?|handles?)\b/i,
    says: 'It speaks of an engine the function is not for',
  },
  {
    cause: 'username-too-long',
    about: /clone|user ?name/i,
    tells: /longer than|too long|exceeds?|would have \d{1,3} characters/i,
    says: 'It speaks of a user name that is too long',
  },
  {
    cause: 'tls-failed',
    about: /\b(?:TLS|SSL|sslmode|certificate|CA (?:file|bundle|cert)|encrypted connections?)\b/i,
    tells:
      /fail|could not|cannot|not (?:be )?(?:validated|trusted|valid)|did not offer|too old|insists|requires|mandatory|refus|expired|chain/i,
    says: 'It speaks of TLS or a certificate',
  },
  {
    cause: 'database-permission-denied',
    about: /\b(?:user|role|login|account|password|grant|replica|alter|rotator)\b/i,
    tells:
      /read[- ](?:replica|only)|privileges?\b.{0,20}(?:missing|lack)|(?:missing|lacks?|without|no) .{0,20}(?:privileges?|ADMIN OPTION)|may not (?:ALTER|CREATE|change|set)|not (?:allowed|have the right) to (?:alter|create|change|set)|insufficient (?:rights|privileges)|cannot (?:change|alter|set) the (?:password|login|role|user)|(?:not found|missing) (?:on|in|at) the (?:server|database)/i,
    says: 'It speaks of something the login may not do in the database',
  },
  {
    cause: 'password-rejected',
    about:
      /\b(?:new|generated|random)(?: \w{1,12})? password\b|\bpassword\b.{0,60}\b(?:policy|rules?|plugin|complexity|bytes|characters)\b/i,
    tells:
      /reject|refus|violat|not (?:accept|satisf|met|take)|will not take|turned down|longer than|shorter than|too (?:long|short|weak)|equals one|reuse|contains/i,
    says: 'It speaks of a new password that is not accepted',
  },
  {
    cause: 'secret-format-invalid',
    about: /\bsecret(?: value| string)?\b|AWSCURRENT|\b(?:field|attribute|member|property)\b/i,
    tells:
      /\bnot (?:an? )?(?:valid )?JSON|plain text|object was expected|must be an? (?:number|string|integer)|malformed|trailing comma|\babsent\b|has no (?:member|field|attribute|property)|not (?:numeric|a number)|\bno (?:user ?name|password|host|engine|port)\b/i,
    says: 'It speaks of a value in another form than was expected',
  },
  {
    cause: 'target-api-rejected',
    about:
      /\bAPI\b|\bOkta\b|\bvendor\b|\bpartner\b|\bupstream\b|\bprovider\b|datadog|salesforce|snowflake|stripe|twilio|\bapplication key\b|cloudflare|github|gitlab|\bslack\b|\baccess key|\bclient secret\b|\bapp private key\b|\bwebhook\b/i,
    tells:
      /reject|refus|den(?:ied|ies)|fail|error|not (?:allow|accept|permit|found|valid|issue|reach)\w*|cannot|could not|invalid|expired|unauthori[sz]ed|unreachable|already has/i,
    says: 'It speaks of an API that refused',
  },
  {
    cause: 'database-unreachable',
    about:
      /\b(?:database|db|host|cluster|server|proxy|socket|pool|RDS|replica|listener|instance)\b|:\d{4,5}\b/i,
    tells: SILENT,
    says: 'It speaks of a database that was not reached',
  },
  {
    cause: 'database-login-rejected',
    about:
      /\blog(?:ged)? ?in\b|\blogin\b|\bsign(?:ed)? in\b|authenticat|\bauth\b|\bcredentials?\b|\bpasswords?\b/i,
    tells:
      /reject|refus|denied|mismatch|unsuccessful|failure|none of the|wrong|incorrect|\bbad\b|invalid|no longer match|(?:can|could) ?not (?:log|sign|auth)|can sign in to\b|said no|not (?:match|valid|accept)/i,
    says: 'It speaks of a login that was not accepted',
  },
];

// Functions say in many words what drivers say in one: less weight than any driver's own text has.
const WEIGHT = 50;
const LONGEST = 1_000;
// What an error says stands in its first lines, and of many errors the first or the last tells.
const MOST_LINES = 6;
const ENDS = 3;

/**
 * What the sentences of an error are about, where no rule knows its words: a function's own text names the thing and what
 * is wrong with it, in any order.
 */
export function plainWordsFindings({ blocks }: Attempt, others: readonly Finding[]): Finding[] {
  const known = new Set(others.filter(({ weight }) => weight >= 40).map(({ block }) => block));
  const alone = blocks.length === 1;
  const open = blocks.filter((block) => !known.has(block) && (isError(block) || alone));
  return (open.length > 2 * ENDS ? [...open.slice(0, ENDS), ...open.slice(-ENDS)] : open).flatMap(senseOf);
}

const isError = ({ level, uncaught }: Block) => uncaught || level === 'error';

function senseOf(block: Block): Finding[] {
  for (const line of block.lines.slice(0, MOST_LINES)) {
    const words = line.text.slice(0, LONGEST);
    for (const { cause, about, tells, says } of SENSES) {
      const found = about.test(words) ? tells.exec(words) : null;
      if (found)
        return [
          {
            ...{ cause, says, line, block, weight: WEIGHT },
            ...{ from: found.index, to: found.index + found[0].length },
          },
        ];
    }
  }
  return [];
}
