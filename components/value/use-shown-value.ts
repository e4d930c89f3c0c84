import { useEffect, useState } from 'react';
import { refusedWords } from '@/components/version/refusals';
import { copyValue } from '@/lib/client/clipboard';
import { useReadRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { useScreenShare } from '@/lib/client/screen-share';
import { useReveal } from '@/lib/client/values';
import type { RevealBody } from '@/lib/contract/values';

/** How long a value stays on screen, in seconds. */
export const SHOWN_FOR = 30;
/** A page that lost the focus for so long is not being looked at, in milliseconds. */
const BLURRED = 5_000;

/** One part of one version. */
export type AskedPart = Omit<RevealBody, 'scope' | 'reason'>;

/**
 * A value that is shown only while somebody looks at it: for 30 seconds, and gone at once when the page is hidden,
 * when it has lost the focus for 5 seconds, or when its place on the page goes.
 */
export function useShownValue(scope: string, asked: AskedPart) {
  const reveal = useReveal(scope);
  const refusal = useReadRefusal(scope, [asked]);
  const [left, setLeft] = useState(0);
  const [copied, setCopied] = useState<boolean>();
  const { on: shared } = useScreenShare();
  const shownValue = left > 0 ? reveal.data?.shownValue : undefined;
  const showing = shownValue !== undefined;
  const { reset } = reveal;
  const hide = () => {
    setLeft(0);
    reset();
  };
  useEffect(() => {
    if (!showing) return;
    const gone = () => {
      setLeft(0);
      reset();
    };
    const tick = setInterval(() => setLeft((seconds) => (seconds <= 1 ? 0 : seconds - 1)), 1_000);
    let away: ReturnType<typeof setTimeout> | undefined;
    const onBlur = () => {
      away = setTimeout(gone, BLURRED);
    };
    const onFocus = () => clearTimeout(away);
    const onVisibility = () => document.visibilityState === 'hidden' && gone();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('blur', onBlur);
    window.addEventListener('focus', onFocus);
    // The answer may come when nobody is looking any more.
    if (shared || document.visibilityState === 'hidden') gone();
    else if (!document.hasFocus()) onBlur();
    return () => {
      clearInterval(tick);
      clearTimeout(away);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('blur', onBlur);
      window.removeEventListener('focus', onFocus);
    };
  }, [showing, shared, reset]);
  useEffect(() => {
    // The countdown ended: what the mutation holds goes too.
    if (left === 0) reset();
  }, [left, reset]);

  const ask = async () => {
    setCopied(undefined);
    try {
      return (await reveal.mutateAsync(asked)).shownValue;
    } catch {
      // The mutation keeps the problem.
      return undefined;
    }
  };
  return {
    shownValue,
    secondsLeft: left,
    busy: reveal.isPending,
    problem: reveal.error ? problemIn(reveal.error) : undefined,
    /** Whether the last copy reached the clipboard; undefined before one was tried. */
    copied,
    blocked: shared ? 'Screen sharing is on: values stay hidden' : refusal && refusedWords(refusal),
    show: async () => {
      if ((await ask()) !== undefined) setLeft(SHOWN_FOR);
    },
    hide,
    /** Copies without showing. */
    copy: async () => {
      const got = shownValue ?? (await ask());
      if (got !== undefined) setCopied(await copyValue(got));
      if (!showing) reset();
    },
  };
}
