import { parseSecretArn } from '../arn.ts';
import type { TrailRecord } from './trail-record.ts';

const FULL_ARN = /^arn:[\w-]+:secretsmanager:.+-[A-Za-z0-9]{6}$/;

/**
 * Whether a record is about a secret. Callers name a secret by its name, its full or its partial ARN; an ARN in full,
 * the caller's or the answer's, decides. A name may have belonged to an earlier secret: what lies before a secret's
 * creation is not its own.
 */
export function isAbout(record: TrailRecord, arn: string): boolean {
  const { about, asked, answered } = record;
  const said = [about, answered.arn, asked.secretId, asked.name, answered.name].filter(
    (one) => one !== undefined,
  );
  if (said.includes(arn)) return true;
  // A partial ARN may look like the full one of a shorter name.
  const partial = arn.slice(0, -7);
  if (said.some((one) => FULL_ARN.test(one) && one !== partial)) return false;
  const name = parseSecretArn(arn)?.name;
  return said.some((one) => one === name || one === partial);
}
