import { parseSecretArn } from '../arn.ts';

/**
 * The full secret ARN in a pasted text; undefined where there is none. Quotes around it and what task definitions
 * append to it (JSON key, label, version) are left away.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function pastedArn(text: string): string | undefined {
  const bare = text.trim().replace(/^["'`<]+|["'`>,;]+$/g, '');
  const arn = bare.split(':').slice(0, 7).join(':');
  return parseSecretArn(arn) ? arn : undefined;
}
