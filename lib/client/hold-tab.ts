import { useEffect } from 'react';

/** While something is under way that ends with this tab, the browser asks before it closes or reloads it. */
export function useHoldTab(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}
