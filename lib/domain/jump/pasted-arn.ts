import { parseSecretArn } from '../arn.ts';

/**
 * A secret's ARN in a pasted text, full or partial; undefined where there is none or more than one. What stands around it
 * and what task definitions append to it (JSON key, label, version) is left away.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function arnIn(text: string): string | undefined {
  const found = new Set(text.match(ARN)?.map((arn) => arn.replace(/[.!]+$/, '')));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The same where it is a full one. */
export function pastedArn(text: string): string | undefined {
  const arn = arnIn(text);
  return arn !== undefined && parseSecretArn(arn) ? arn : undefined;
}

const ARN = /(?<![\w:])arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+/g;
