import { useState } from 'react';

/**
 * Whether the form of a new value is open. It is not in the address: going back or reloading must not lead to a form
 * whose text is gone. Every opening has a number, and makes a form of its own.
 */
export function usePutOpening() {
  const [state, setState] = useState({ open: false, count: 0 });
  return {
    ...state,
    show: () => setState(({ count }) => ({ open: true, count: count + 1 })),
    hide: () => setState(({ count }) => ({ open: false, count })),
  };
}
