'use client';

import { useId, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { SandboxOperator } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';

interface OperatorsListProps {
  /** Undefined until the sandbox has answered. */
  readonly operators: readonly SandboxOperator[] | undefined;
  readonly onChoose: (name: string) => void;
  readonly busy: boolean;
  readonly error?: string | undefined;
}

/** The sandbox's operators, each with other rights: choose one and continue. */
export function OperatorsList({ operators, onChoose, busy, error }: OperatorsListProps) {
  const group = useId();
  const [picked, setPicked] = useState<string>();
  const chosen = operators?.find(({ name }) => name === picked) ?? operators?.[0];
  return (
    <form
      className="flex flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !busy) onChoose(chosen.name);
      }}
    >
      <MethodPane
        title="Sandbox operator"
        note="each has different permissions"
        error={error}
        promise="The sandbox answers as AWS does: pages, throttling, slow replicas. It keeps nothing when it stops."
        actions={
          <Button
            type="submit"
            variant="primary"
            kbd="↵"
            busy={busy}
            disabledReason={chosen ? undefined : 'The sandbox has not named its operators yet'}
          >
            Continue{chosen && ` as ${chosen.name}`}
          </Button>
        }
      >
        <fieldset className="text-xs" aria-busy={operators === undefined}>
          <legend className="sr-only">Operator</legend>
          {operators?.map((operator) => (
            <label
              key={operator.name}
              className="flex min-h-12 items-center gap-3 border-b px-4 py-1.5 transition-colors hover:bg-hover has-checked:bg-accent-soft has-checked:shadow-[inset_2px_0_0_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2 max-md:min-h-14 md:px-5"
            >
              <input
                type="radio"
                name={group}
                checked={operator === chosen}
                onChange={() => setPicked(operator.name)}
                className="size-3.5 shrink-0 appearance-none rounded-full border border-control bg-surface outline-none checked:border-accent checked:bg-[radial-gradient(circle,var(--accent-solid)_3px,transparent_3.5px)] forced-colors:appearance-auto"
              />
              <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-3 max-md:grid-cols-1">
                <span>
                  <span className="block font-medium">{operator.name}</span>
                  <span className="block text-fg-3">{operator.rights}</span>
                </span>
                <span className="min-w-0 font-mono">
                  <span className="block truncate text-fg-2">{roleOf(operator.arn)}</span>
                  <span className="block text-2xs text-fg-3">{accountNumber(operator.account)}</span>
                </span>
              </span>
            </label>
          )) ??
            [1, 2, 3].map((row) => (
              <div key={row} className="flex h-12 items-center gap-3 border-b px-4 max-md:h-14 md:px-5">
                <Skeleton className="size-3.5 rounded-full" />
                <Skeleton className="w-28" />
                <Skeleton className="ml-auto w-36" />
              </div>
            ))}
        </fieldset>
      </MethodPane>
    </form>
  );
}

/** The role or user in an ARN: `…:assumed-role/SecretsOperator/riley` is SecretsOperator. */
function roleOf(arn: string): string {
  const [kind, name, ...rest] = (arn.split(':').at(-1) ?? '').split('/');
  return (kind === 'assumed-role' ? name : (rest.at(-1) ?? name)) ?? arn;
}
