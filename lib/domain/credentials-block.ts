/** What a pasted block of credentials holds; a part it does not name is absent. */
export interface CredentialsBlock {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly region?: string;
  /** When temporary keys end, as the block says it: ISO instant. */
  readonly expiration?: string;
}

// Every spelling in use: environment variables, profile files, and the JSON of STS, SSO and credential processes.
const names: Readonly<Record<string, keyof CredentialsBlock>> = {
  aws_access_key_id: 'accessKeyId',
  accesskeyid: 'accessKeyId',
  aws_secret_access_key: 'secretAccessKey',
  secretaccesskey: 'secretAccessKey',
  aws_session_token: 'sessionToken',
  aws_security_token: 'sessionToken',
  sessiontoken: 'sessionToken',
  aws_region: 'region',
  aws_default_region: 'region',
  region: 'region',
  expiration: 'expiration',
  aws_credential_expiration: 'expiration',
  aws_expiration: 'expiration',
  x_security_token_expires: 'expiration',
};

// `export NAME=value`, `set NAME=value`, `setx NAME value`, `$Env:NAME = "value"`, `name = value`, `"Name": "value",`
const line = /^\s*(?:export\s+|set\s+|setx\s+|\$env:)?["']?([a-z_]+)["']?\s*(?:[=:]|\s)\s*(.*?)\s*[;,]?\s*$/i;

const unquoted = (value: string) => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

// STS writes ISO 8601, SSO milliseconds since 1970.
function instant(text: string): string | undefined {
  const end = new Date(/^\d{13}$/.test(text) ? Number(text) : text);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}

/**
 * Reads credentials out of text copied from an access portal, a terminal, a profile file or a JSON answer.
 * The first profile of a file wins. Nothing is found in text that names no key: a lone value stays a value.
 * Whether the keys are genuine is not checked here.
 */
export function readCredentialsBlock(text: string): CredentialsBlock | undefined {
  const found: { -readonly [K in keyof CredentialsBlock]?: string } = {};
  // JSON on one line becomes one member a line; no credential holds a brace, a comma or a quote.
  const lines = text.trimStart().startsWith('{') ? text.split(/[{},\r\n]+/) : text.split(/\r?\n|\s*&&\s*/);
  for (const each of lines) {
    if (/^\s*\[.*\]\s*$/.test(each) && found.accessKeyId !== undefined) break;
    const [, name = '', raw = ''] = line.exec(each) ?? [];
    const field = names[name.toLowerCase()];
    const value = unquoted(raw);
    if (field && value !== '' && found[field] === undefined) found[field] = value;
  }
  if (found.expiration !== undefined) {
    const end = instant(found.expiration);
    if (end) found.expiration = end;
    else delete found.expiration;
  }
  return found.accessKeyId !== undefined ||
    found.secretAccessKey !== undefined ||
    found.sessionToken !== undefined
    ? found
    : undefined;
}
