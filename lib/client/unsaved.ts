import { useEffect } from 'react';
import { createStore, useStore } from './store';

const forms = createStore(0);

/** Marks this component as holding something typed that nothing else keeps. Leaving the page asks first. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    forms.set(forms.get() + 1);
    return () => {
      window.removeEventListener('beforeunload', ask);
      forms.set(forms.get() - 1);
    };
  }, [dirty]);
}

/** Whether a form on this page holds something typed. */
export const useHasUnsaved = () => useStore(forms) > 0;
