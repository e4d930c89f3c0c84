import { TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Editing } from '@/components/filter/editing';
import { PhraseParts } from '@/components/filter/phrase-parts';
import { cx } from '@/components/ui/cx';
import { phraseOf, phraseText } from '@/lib/domain/filter/phrase';
import { parseToken } from '@/lib/domain/filter/token-text';

interface AppliedTokensProps {
  readonly tokens: readonly string[];
  readonly editing: Editing | undefined;
  readonly onEdit: (editing: Editing) => void;
  readonly onRemove: (at: number) => void;
}

/** The tokens of a filter. One that is not understood says so and asks nothing, rather than being dropped. */
export default function AppliedTokens({ tokens, editing, onEdit, onRemove }: AppliedTokensProps) {
  const pressed = useRef<number>(undefined);
  const list = useRef<HTMLUListElement>(null);
  // Where there is not room for all of them, the one that was added last is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of tokens, and nothing else
  useEffect(() => {
    const node = list.current;
    if (node) node.scrollLeft = node.scrollWidth;
  }, [tokens.length]);
  return (
    <ul
      ref={list}
      aria-label="Applied filters"
      className="scroll-none flex min-w-0 shrink items-center gap-1.5 overflow-x-auto max-md:-mx-4 max-md:order-first max-md:basis-[calc(100%+2rem)] max-md:px-4 max-md:pt-1.5 md:max-w-[60%]"
    >
      {tokens.map((text, at) => {
        const token = parseToken(text);
        const words = token ? phraseText(token) : text;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place, where it is edited
            key={at}
            data-token
            className={cx(
              'inline-flex h-6 shrink-0 items-center rounded-md border whitespace-nowrap max-md:h-9',
              token ? 'border-accent-line bg-accent-soft' : 'border-warn-line bg-warn-soft text-warn',
            )}
          >
            {token ? (
              <button
                type="button"
                aria-label={`Change filter: ${words}`}
                // A press beside an open panel closes it, and a press on its own token does no more than that.
                onPointerDown={() => {
                  pressed.current = editing?.at;
                }}
                onClick={(event) => {
                  const anchor = event.currentTarget.parentElement;
                  if (anchor && pressed.current !== at) onEdit({ at, anchor });
                  pressed.current = undefined;
                }}
                className="h-full max-w-80 truncate rounded-md pl-2 focus-visible:-outline-offset-1"
              >
                <PhraseParts phrase={phraseOf(token)} />
              </button>
            ) : (
              <span className="inline-flex items-center gap-1 pl-2">
                <TriangleAlert aria-hidden strokeWidth={1.75} className="size-3 shrink-0" />
                <span className="max-w-60 truncate font-mono">{text}</span> not understood
              </span>
            )}
            <button
              type="button"
              aria-label={`Remove filter: ${words}`}
              onClick={() => onRemove(at)}
              className="inline-flex h-full items-center rounded-md px-1.5 text-fg-3 hover:text-fg focus-visible:-outline-offset-1 max-md:px-3"
            >
              <X aria-hidden strokeWidth={2} className="size-3" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
