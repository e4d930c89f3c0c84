import { useState } from 'react';

/**
 * Follows what the address asks to open: the last target stays while its sheet closes, and every opening has a
 * number of its own, so that nothing ticked or typed survives into the next one.
 */
export function useOpening(target: string | null) {
  const [seen, setSeen] = useState({ target, open: target !== null, count: 0 });
  const open = target !== null;
  if (open !== seen.open || (open && target !== seen.target)) {
    setSeen({ target: target ?? seen.target, open, count: seen.count + (open ? 1 : 0) });
  }
  return seen;
}
