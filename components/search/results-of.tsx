import { CornerDownLeft, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { jumpsOf } from '@/components/filter/jumps-of';
import { SecretName } from '@/components/secret/secret-name';
import { cx } from '@/components/ui/cx';
import { scopeOf } from '@/lib/client/fleet-places';
import { secretPath, secretsPath } from '@/lib/client/paths';
import type { PlaceInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import { findSecrets } from '@/lib/domain/jump/find-secrets';
import { listedArn } from '@/lib/domain/jump/listed-arn';
import { regionCode } from '@/lib/domain/region-code';

/** One thing that was found, and where it leads. */
export interface Result {
  readonly key: string;
  readonly path: string;
  readonly words: ReactNode;
}

/** Where one is, and the accounts among whose secrets is searched, each by the role it is read as. */
interface Searched {
  readonly scope: string;
  readonly places: readonly PlaceInfo[];
}

/** What a text finds: what it names exactly, then secrets by their names, then the table filtered by it. */
export function resultsOf(
  { scope, places }: Searched,
  all: Parameters<typeof findSecrets>[0],
  text: string,
): Result[] {
  const typed = text.trim();
  if (typed === '') return [];
  const several = places.length > 1;
  const pathOf = (arn: string) => secretPath(scopeOf(places, arn, scope), arn);
  const accountOf = (arn: string) =>
    several && <span className="text-fg-2">{accountNumber(accountIn(arn))} </span>;
  const jumps = jumpsOf(all, typed).map(
    ({ arn, name, note }): Result => ({
      key: `${arn} ${note}`,
      path: pathOf(arn),
      words: (
        <>
          <CornerDownLeft aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-accent" />
          <span className="min-w-0 flex-auto">
            <SecretName name={name} />
          </span>
          <span className="ml-auto shrink-0 font-mono text-2xs text-fg-3">
            {accountOf(arn)}
            {note}
          </span>
        </>
      ),
    }),
  );
  if (listedArn(all, typed) !== undefined) return jumps;
  const secrets = findSecrets(all, typed).map(
    (secret): Result => ({
      key: secret.key,
      path: pathOf(secret.shown.arn),
      words: (
        <>
          <span aria-hidden className={cx('size-3.5 shrink-0', several && 'max-md:hidden')} />
          <span className="min-w-0 flex-auto">
            <SecretName name={secret.name} />
          </span>
          <span className="ml-auto shrink-0 font-mono text-2xs text-fg-3">
            {accountOf(secret.key)}
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
