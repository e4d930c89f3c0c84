import type { FoldedSecret } from '../fold.ts';
import { arnIn, pastedArn } from './pasted-arn.ts';

/**
 * The full ARN a pasted text means: that of a listed secret, also where the text leaves out the six characters AWS appends;
 * else the text's own, whether or not its secret was listed. A partial ARN may look like a full one: what is listed decides.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function listedArn(all: readonly FoldedSecret[], text: string): string | undefined {
  const asked = arnIn(text);
  if (asked === undefined) return undefined;
  let longer: string | undefined;
  for (const { members } of all) {
    for (const { row } of members) {
      if (row?.arn === asked) return asked;
      if (row?.arn.length === asked.length + SUFFIX && row.arn.startsWith(`${asked}-`)) longer = row.arn;
    }
  }
  return longer ?? pastedArn(text);
}

/** A hyphen and six characters. */
const SUFFIX = 7;
