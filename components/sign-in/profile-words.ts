import { ago, span } from '@/components/ui/time-format';
import type { Tone } from '@/components/ui/tone';
import type { ProfileKind, ProfileRow, ProfileState, ProfileStateCode } from '@/lib/contract/profiles';

/** How a profile comes by its credentials, in the words of AWS's own pages. */
export const kindWords: Readonly<Record<ProfileKind, string>> = {
  keys: 'Access keys',
  sso: 'Identity Center',
  role: 'Assume role',
  process: 'Command',
  'web-identity': 'Web identity',
  login: 'Console login',
  none: 'Settings only',
};

const tones: Readonly<Partial<Record<ProfileStateCode, Tone>>> = {
  untried: 'idle',
  'sso-valid': 'ok',
  'sso-renews': 'ok',
  'sso-expired': 'warn',
  'sso-absent': 'warn',
  mfa: 'idle',
  'no-credentials': 'idle',
};

/** The tone of a state: what only editing the files can mend is a failure. */
export const stateTone = ({ code }: ProfileState): Tone => tones[code] ?? 'fail';

const shortWords: Readonly<Record<ProfileStateCode, string>> = {
  untried: 'Not tried yet',
  'sso-valid': 'Valid',
  'sso-renews': 'Renews itself',
  'sso-expired': 'Expired',
  'sso-absent': 'Signed out',
  'sso-incomplete': 'Incomplete',
  'session-missing': 'sso_session missing',
  'keys-incomplete': 'Half a key',
  'role-invalid': 'role_arn invalid',
  'role-without-source': 'No source_profile',
  'source-missing': 'source_profile missing',
  'source-loop': 'source_profile loops',
  'source-empty': 'Source has no keys',
  mfa: 'Asks for MFA code',
  'credential-source': 'credential_source',
  'token-file-missing': 'Token file missing',
  'no-credentials': 'No credentials',
};

/** A state in two or three words, for its row. */
export function stateWords({ code, at }: ProfileState, now: number): string {
  if (at === undefined) return shortWords[code];
  const instant = Date.parse(at);
  return code === 'sso-valid'
    ? `Valid ${span(instant - now)}`
    : `Expired ${ago(new Date(at), new Date(now))}`;
}

/** What a profile needs before it will do, and the command that helps; undefined where nothing is to be said. */
export function stateAdvice(
  row: ProfileRow,
): { readonly text: string; readonly command?: string } | undefined {
  const { name, state } = row;
  const about = state.about ?? '';
  const profile = /^[\w.@+-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
  switch (state.code) {
    case 'untried':
    case 'sso-valid':
    case 'sso-renews':
      return undefined;
    case 'sso-expired':
      return {
        text: 'Its sign-in to IAM Identity Center has ended. Sign in with the AWS CLI, then continue.',
        command: `aws sso login --profile ${profile}`,
      };
    case 'sso-absent':
      return {
        text: 'Nobody has signed in to IAM Identity Center for it on this computer. Sign in with the AWS CLI, then continue.',
        command: `aws sso login --profile ${profile}`,
      };
    case 'mfa':
      return {
        text: `${whose(name, about)} asks for an MFA code, which Keyturn does not take. The AWS CLI does: paste what it prints under “Access keys”.`,
        command: `aws configure export-credentials --profile ${profile}`,
      };
    default:
      return { text: faultSentence(name, state.code, about) };
  }
}

const whose = (name: string, about: string) => (about === name ? 'Its role' : `The role of “${about}”`);

function faultSentence(name: string, code: ProfileStateCode, about: string): string {
  const subject = about === name ? 'It' : `“${about}”, which it leads to,`;
  switch (code) {
    case 'sso-incomplete':
      return `The setting ${about} is missing. Keyturn needs it to ask IAM Identity Center for credentials.`;
    case 'session-missing':
      return `It names the sso-session “${about}”, which the config file does not have.`;
    case 'keys-incomplete':
      return `An access key has two halves, and ${about} is missing.`;
    case 'role-invalid':
      return `${subject} has a role_arn that is not the ARN of an IAM role.`;
    case 'role-without-source':
      return `${subject} has a role_arn, but no source_profile to assume it with.`;
    case 'source-missing':
      return `source_profile names “${about}”, which neither file has.`;
    case 'source-loop':
      return `Following source_profile leads back to “${about}” and never to keys.`;
    case 'source-empty':
      return `source_profile leads to “${about}”, which holds no credentials.`;
    case 'credential-source':
      return `${subject} takes its credentials from where a server runs (credential_source). Keyturn refuses that: it works with your rights, not a machine’s.`;
    case 'token-file-missing':
      return 'The file in web_identity_token_file does not exist.';
    default:
      return 'It holds settings such as a region, but nothing to sign in with.';
  }
}
