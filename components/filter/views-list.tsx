import { Check, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useClock } from '@/components/frame/use-clock';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Input } from '@/components/ui/input';
import { PageLink } from '@/components/ui/page-link';
import { Popover } from '@/components/ui/popover';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { awsNow } from '@/lib/client/aws-time';
import { useCompleteFleet, useFleetPlaces } from '@/lib/client/loaded-fleet';
import { secretsPath } from '@/lib/client/paths';
import { LONGEST_NAME, useSavedViews } from '@/lib/client/saved-views';
import { matchingSecrets } from '@/lib/domain/filter/matching';
import { filterIn, filterQuery } from '@/lib/domain/filter/query-text';

interface ViewsListProps {
  readonly scope: string;
  readonly onOpen?: () => void;
}

/** The saved views of a scope: each leads to its rows, says how many there are, and can be renamed or deleted. */
export default function ViewsList({ scope, onOpen }: ViewsListProps) {
  const { views, rename, remove } = useSavedViews(scope);
  // What the table would show: all accounts. A count of what has arrived so far would look like a total.
  const all = useCompleteFleet(useFleetPlaces());
  const now = useClock(awsNow, 60_000) ?? 0;
  const counts = useMemo(
    () =>
      new Map(
        all &&
          views.map(({ name, query }) => [
            name,
            matchingSecrets(all, filterIn(query), { now, unread: [] }).rows.length,
          ]),
      ),
    [views, all, now],
  );
  const current = filterQuery(filterIn(useSearchParams().toString()));
  const [renaming, setRenaming] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const next = useRef<number>(undefined);
  // The focus stays in the list when what had it, a form or a view's menu, is gone.
  useEffect(() => {
    if (next.current === undefined) return;
    const links = list.current?.querySelectorAll('a') ?? [];
    links[Math.min(next.current, links.length - 1)]?.focus();
    next.current = undefined;
  });
  return (
    <ul ref={list} aria-label="Saved views" className="space-y-px px-2 py-px">
      {views.map(({ name, query }, at) => {
        const marked = query === current;
        if (renaming === name) {
          return (
            <li key={name}>
              <Rename
                name={name}
                taken={views.flatMap((view) => (view.name === name ? [] : [view.name]))}
                onName={(given) => {
                  next.current = at;
                  if (given !== name) rename(name, given);
                  setRenaming(undefined);
                }}
                onCancel={() => {
                  next.current = at;
                  setRenaming(undefined);
                }}
              />
            </li>
          );
        }
        const count = counts.get(name)?.toLocaleString('en');
        return (
          <li
            key={name}
            className={cx(
              'group relative flex h-[1.625rem] items-center rounded-md max-md:h-11',
              marked
                ? 'bg-nav-current font-medium text-fg ring-1 ring-line-strong'
                : 'text-fg-2 hover:bg-hover',
            )}
          >
            <PageLink
              href={secretsPath(scope, filterIn(query))}
              aria-current={marked ? 'true' : undefined}
              {...(onOpen ? { onClick: onOpen } : {})}
              className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-md px-2"
            >
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="font-normal text-2xs text-fg-3 md:group-focus-within:invisible md:group-hover:invisible">
                <span aria-hidden>{count ?? '–'}</span>
                <VisuallyHidden>{count === undefined ? ', not counted yet' : `, ${count}`}</VisuallyHidden>
              </span>
            </PageLink>
            <Popover
              label={`View ${name}`}
              trigger={
                <>
                  <Ellipsis aria-hidden className="size-3.5" />
                  <VisuallyHidden>Change view {name}</VisuallyHidden>
                </>
              }
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 hover:text-fg max-md:size-11 md:absolute md:right-0.5 md:opacity-0 md:group-focus-within:opacity-100 md:group-hover:opacity-100"
              panelClassName="p-1"
            >
              <span className="flex w-36 flex-col">
                <Button
                  variant="quiet"
                  icon={Pencil}
                  onClick={() => setRenaming(name)}
                  className="justify-start px-2"
                >
                  Rename
                </Button>
                <Button
                  variant="quiet"
                  icon={Trash2}
                  onClick={() => {
                    next.current = at;
                    remove(name);
                  }}
                  className="justify-start px-2"
                >
                  Delete
                </Button>
              </span>
            </Popover>
          </li>
        );
      })}
    </ul>
  );
}

interface RenameProps {
  readonly name: string;
  /** The names of the other views. */
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

function Rename({ name, taken, onName, onCancel }: RenameProps) {
  const [text, setText] = useState(name);
  const written = text.trim();
  const wrong =
    written === ''
      ? 'Enter a name first'
      : taken.includes(written)
        ? 'Another view has this name'
        : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onName(written);
      }}
      className="flex items-center gap-1 py-0.5"
    >
      <Input
        ref={(input) => input?.focus()}
        type="text"
        aria-label={`New name of ${name}`}
        maxLength={LONGEST_NAME}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
        className="h-6 px-1.5"
      />
      <Button type="submit" size="sm" icon={Check} aria-label="Rename" disabledReason={wrong} />
    </form>
  );
}
