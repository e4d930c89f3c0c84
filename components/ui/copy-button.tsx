'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';

/** Says "copied" for two seconds, or that the browser refused. */
function useCopy(text: string) {
  const [state, setState] = useState<'rest' | 'copied' | 'refused'>('rest');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setState(done ? 'copied' : 'refused');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('rest'), 2_000);
  };
  return { state, copy };
}

const said = { rest: '', copied: 'Copied', refused: 'The browser refused to copy' };

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'className'> {
  readonly text: string;
  /** What is copied, e.g. "policy statement": the words are "Copy policy statement". */
  readonly what?: string;
}

/** Copies text anyone may see: ids, names, commands. What must not stay on a clipboard has its own way. */
export function CopyButton({ text, what, variant = 'quiet', size = 'sm', className }: CopyButtonProps) {
  const { state, copy } = useCopy(text);
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={state === 'copied' ? Check : Copy}
        className={cx(state === 'copied' && 'text-ok', className)}
        onClick={() => void copy()}
      >
        {state === 'rest' ? (what ? `Copy ${what}` : 'Copy') : said[state]}
      </Button>
      <span aria-live="polite" className="sr-only">
        {said[state]}
      </span>
    </>
  );
}

interface CopyIconProps {
  readonly text: string;
  /** The accessible name, e.g. "Copy version id 7f3a91c4-…". */
  readonly label: string;
  readonly className?: string;
}

/** The copy sign behind an id: out of the way until its row is pointed at, always there for fingers and Tab. */
export function CopyIcon({ text, label, className }: CopyIconProps) {
  const { state, copy } = useCopy(text);
  return (
    <>
      <button
        type="button"
        aria-label={label}
        data-tip={state === 'rest' ? 'Copy' : undefined}
        onClick={() => void copy()}
        className={cx(
          'relative inline-flex h-6 shrink-0 items-center justify-center gap-1 rounded-sm font-sans text-xs max-md:h-11',
          state === 'rest' ? 'w-6 text-fg-3 hover:text-fg max-md:w-11' : 'px-1',
          state === 'copied' && 'text-ok',
          state === 'refused' && 'text-fail',
          className,
        )}
      >
        {state === 'copied' ? (
          <Check aria-hidden className="size-3" />
        ) : (
          <Copy aria-hidden className="size-3" />
        )}
        {said[state]}
      </button>
      <span aria-live="polite" className="sr-only">
        {said[state]}
      </span>
    </>
  );
}
