'use client';

import { minuteWords } from '@/components/frame/call-meter';
import { useSpent } from '@/lib/client/spent';

/** The calls of the last minute, where a page may cost many of them. */
export function CallCount({ scope }: { scope: string }) {
  const { data } = useSpent(scope);
  return data ? <p className="px-4 py-2 text-2xs text-fg-3">{minuteWords(data.spent)}.</p> : null;
}
