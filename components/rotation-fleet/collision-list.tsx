import { zonedWindow } from '@/components/rotation/window-words';
import { counted } from '@/components/rotation-fleet/group-words';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import { SecretName } from '@/components/secret/secret-name';
import { ToneIcon } from '@/components/ui/badge';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import type { Collision } from '@/lib/domain/rotation-fleet/collisions';

interface CollisionListProps {
  readonly collisions: readonly Collision[];
  readonly now: number;
  readonly whose: Whose;
}

const MOST = 12;
const NAMES = 3;

/** Which secrets may be rotated at the same time, by one function or at one database. */
export function CollisionList({ collisions, now, whose }: CollisionListProps) {
  if (collisions.length === 0) return null;
  return (
    <section aria-label="At the same time" className="px-4 pb-3 text-xs md:px-5">
      <h3 className="pb-1 text-fg-2">
        May be rotated at the same time, as functions and tags tell; which database a value names is not read
      </h3>
      <ul>
        {collisions.slice(0, MOST).map(({ kind, name, windows, span }) => {
          const account = whose.several ? accountIn(windows[0]?.one.secret.key ?? '') : '';
          const secrets = [...new Set(windows.map(({ one }) => one.secret.name))];
          return (
            <li
              key={`${account} ${kind} ${name} ${span.opens}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-t py-1.5"
            >
              <span className="inline-flex items-center gap-1.5">
                <ToneIcon tone={kind === 'database' ? 'warn' : 'idle'} />
                <span>
                  <span className="font-medium">{counted(secrets.length, 'secret')}</span>{' '}
                  {kind === 'database' ? 'at' : 'by'}{' '}
                </span>
                <span className="wrap-anywhere font-mono">
                  {name}
                  {account && ` of ${accountNumber(account)}`}
                </span>
              </span>
              <span className="text-fg-2 tabular-nums">{zonedWindow(span, now)}</span>
              <span className="min-w-0 text-fg-2">
                {secrets.slice(0, NAMES).map((one, at) => (
                  <span key={one}>
                    {at > 0 && ', '}
                    <SecretName name={one} />
                  </span>
                ))}
                {secrets.length > NAMES && ` and ${secrets.length - NAMES} more`}
              </span>
            </li>
          );
        })}
      </ul>
      {collisions.length > MOST && (
        <p className="border-t pt-1.5 text-fg-2">and {collisions.length - MOST} more</p>
      )}
    </section>
  );
}
