import { useLayoutEffect, useMemo, useRef } from 'react';
import { assignSlots, type Slots } from '@/components/inventory/slots';

/**
 * Elements for the rows that exist. Another listing is written into the elements of the one before, which takes half as
 * long as making them anew; a row that is scrolled into sight begins with its name alone, and is made anew sooner.
 */
export function useSlots(
  rows: readonly { readonly key: string }[],
  existing: readonly number[],
  listing: string,
): Slots {
  const shown = useRef<{ listing: string; slots: Slots }>({ listing, slots: new Map() });
  const keys = existing.flatMap((at) => rows[at]?.key ?? []);
  const spelt = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys in one text
  const slots = useMemo(
    () => assignSlots(shown.current.slots, keys, shown.current.listing !== listing),
    [spelt, listing],
  );
  // What was drawn decides, not what was only begun to be drawn.
  useLayoutEffect(() => {
    shown.current = { listing, slots };
  }, [listing, slots]);
  return slots;
}
