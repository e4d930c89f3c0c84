import { parseSecretArn } from '@/lib/domain/arn';
import type { FoldedSecret } from '@/lib/domain/fold';
import { labelledVersions } from '@/lib/domain/jump/labelled-versions';
import { listedArn } from '@/lib/domain/jump/listed-arn';
import { shortId } from '@/lib/domain/short-id';

/** A secret's page that a pasted text leads to. */
export interface Jump {
  readonly arn: string;
  readonly name: string;
  /** Why: the region of the ARN, or the version and its labels. */
  readonly note: string;
}

const MOST = 3;

/** Where an ARN or the id of a labelled version leads; an ARN also where its secret was not listed. */
export function jumpsOf(all: readonly FoldedSecret[], text: string): readonly Jump[] {
  const arn = listedArn(all, text);
  const parts = arn && parseSecretArn(arn);
  if (parts) return [{ arn, name: parts.name, note: parts.region }];
  return labelledVersions(all, text)
    .slice(0, MOST)
    .map(({ secret, row, id, labels }) => ({
      arn: row.arn,
      name: secret.name,
      note: `v ${shortId(id, Object.values(row.holders))}… ${labels.join(', ')}`,
    }));
}
