import { CornerDownLeft, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { jumpsOf } from '@/components/filter/jumps-of';
import { SecretName } from '@/components/secret/secret-name';
import { secretPath, secretsPath } from '@/lib/client/paths';
import { findSecrets } from '@/lib/domain/jump/find-secrets';
import { listedArn } from '@/lib/domain/jump/listed-arn';
import { regionCode } from '@/lib/domain/region-code';

/** One thing that was found, and where it leads. */
export interface Result {
  readonly key: string;
  readonly path: string;
  readonly words: ReactNode;
}

/** What a text finds: what it names exactly, then secrets by their names, then the table filtered by it. */
export function resultsOf(scope: string, all: Parameters<typeof findSecrets>[0], text: string): Result[] {
  const typed = text.trim();
  if (typed === '') return [];
  const jumps = jumpsOf(all, typed).map(
    ({ arn, name, note }): Result => ({
      key: `${arn} ${note}`,
      path: secretPath(scope, arn),
      words: (
        <>
          <CornerDownLeft aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-accent" />
          <span className="min-w-0 flex-1">
            <SecretName name={name} />
          </span>
          <span className="shrink-0 font-mono text-2xs text-fg-3">{note}</span>
        </>
      ),
    }),
  );
  if (listedArn(all, typed) !== undefined) return jumps;
  const secrets = findSecrets(all, typed).map(
    (secret): Result => ({
      key: secret.key,
      path: secretPath(scope, secret.shown.arn),
      words: (
        <>
          <span aria-hidden className="size-3.5 shrink-0" />
          <span className="min-w-0 flex-1">
            <SecretName name={secret.name} />
          </span>
          <span className="shrink-0 font-mono text-2xs text-fg-3">
            {secret.members.map(({ region }) => regionCode(region)).join(' ')}
          </span>
        </>
      ),
    }),
  );
  const inTable: Result = {
    key: 'table',
    path: secretsPath(scope, { text: typed, tokens: [] }),
    words: (
      <>
        <ListFilter aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-fg-3" />
        <span className="min-w-0 truncate text-fg-2">
          Filter the table by <span className="font-mono text-fg">{typed}</span>
        </span>
      </>
    ),
  };
  return [...jumps, ...secrets, inTable];
}
