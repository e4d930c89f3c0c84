import { useRouter } from 'next/navigation';
import {
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { jumpsOf } from '@/components/filter/jumps-of';
import { keyOf, OptionWords } from '@/components/filter/option-words';
import { cx } from '@/components/ui/cx';
import { secretPath } from '@/lib/client/paths';
import { matchingSecrets } from '@/lib/domain/filter/matching';
import { suggestions } from '@/lib/domain/filter/suggest';
import { type FieldName, fields } from '@/lib/domain/filter/token';
import { writeToken } from '@/lib/domain/filter/token-text';
import type { Context } from '@/lib/domain/filter/told';
import type { FoldedSecret } from '@/lib/domain/fold';

/** What the input asks of the list beneath it. */
export interface SuggestionsHandle {
  move(by: 1 | -1): void;
  /** Takes the active suggestion; false where none is. */
  take(): boolean;
  /** Opens the only secret a pasted ARN or whole version id means; false where there is none, or another. */
  jump(): boolean;
}

interface SuggestionListProps {
  readonly ref: Ref<SuggestionsHandle>;
  readonly id: string;
  readonly scope: string;
  readonly text: string;
  readonly tokens: readonly string[];
  readonly all: readonly FoldedSecret[];
  readonly context: Context;
  /** An arrow was pressed before the list was there. */
  readonly begin: RefObject<boolean>;
  readonly onListed: (listed: boolean) => void;
  readonly onActive: (id: string | undefined) => void;
  readonly onToken: (token: string) => void;
  readonly onField: (field: FieldName, not: boolean) => void;
}

// The rows come first: suggestions wait until typing pauses.
const PAUSE = 200;
/** What may be an ARN or a whole version id: nobody types so much without a space. */
const PASTED = /:secretsmanager:|^\s*[\w-]{32,64}\s*$/;
/** How far from the edge of the screen the list ends, in pixels. */
const EDGE = 8;

/** What the typed text may become: a secret to open, a token, a field. */
export default function SuggestionList(props: SuggestionListProps) {
  const { ref, id, scope, text, tokens, all, context, begin, onListed, onActive, onToken, onField } = props;
  const router = useRouter();
  const [asked, setAsked] = useState(text);
  const [active, setActive] = useState(-1);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const base = useMemo(
    () => (tokens.length === 0 ? all : matchingSecrets(all, { text: '', tokens }, context).rows),
    [all, tokens, context],
  );
  const options = useMemo(
    () => [
      ...jumpsOf(all, asked).map((jump) => ({ kind: 'jump', ...jump }) as const),
      ...suggestions(asked, base, context),
    ],
    [all, asked, base, context],
  );
  const latest = useRef({ options, active });
  latest.current = { options, active };
  const idOf = (at: number) => `${id}-${at}`;
  const activate = (at: number) => {
    setActive(at);
    onActive(at < 0 ? undefined : idOf(at));
    document.getElementById(idOf(at))?.scrollIntoView({ block: 'nearest' });
  };
  const open = (arn: string) => {
    // Text on its way into the address arrives there first: later it would call the jump off.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    router.push(secretPath(scope, arn));
  };
  const jump = () => {
    const [found, another] = PASTED.test(text) ? jumpsOf(all, text) : [];
    if (!found || another) return false;
    open(found.arn);
    return true;
  };
  const take = (at: number) => {
    const option = latest.current.options[at];
    if (!option) return false;
    if (option.kind === 'jump') open(option.arn);
    else if (option.kind === 'token') onToken(writeToken(option.token));
    else if (fields[option.field].form === 'flag')
      onToken(writeToken({ field: option.field, not: option.not, values: [] }));
    else onField(option.field, option.not);
    return true;
  };
  const move = (by: 1 | -1) => {
    // What was typed last may not have been asked yet.
    if (asked !== text) flushSync(() => setAsked(text));
    const { length } = latest.current.options;
    const next = latest.current.active + by;
    // Before the first and after the last is the input itself.
    activate(next >= length ? -1 : next < -1 ? length - 1 : next);
  };
  useImperativeHandle(ref, () => ({ move, take: () => take(latest.current.active), jump }));
  const list = useRef<HTMLDivElement>(null);
  // Behind many tokens the input stands far right, and the list beneath it would leave the screen.
  useLayoutEffect(() => {
    const node = list.current;
    if (!node) return;
    node.style.left = '';
    const beyond = node.getBoundingClientRect().right - (document.documentElement.clientWidth - EDGE);
    if (beyond > 0) node.style.left = `${-beyond}px`;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other options begin anew, and only then
  useEffect(() => {
    onListed(options.length > 0);
    if (latest.current.active >= 0) activate(-1);
    if (begin.current) {
      begin.current = false;
      activate(0);
    }
  }, [options]);
  if (options.length === 0) return null;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      className="scroll-thin absolute top-full left-0 z-20 mt-1 max-h-96 w-[28rem] max-w-full overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay md:max-w-[calc(100vw-16rem)]"
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
        <div
          key={keyOf(option)}
          id={idOf(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // The input keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(at)}
          className={cx(
            'flex min-h-[1.625rem] cursor-default items-center gap-2 rounded-sm px-2 hover:bg-hover max-md:min-h-11',
            at === active && 'bg-hover outline-2 outline-accent -outline-offset-2',
          )}
        >
          <OptionWords option={option} />
        </div>
      ))}
    </div>
  );
}
