import { useEffect, useRef } from 'react';
import type { CliView } from '@/lib/domain/cli-view/cli-view';

let shown: (() => CliView) | undefined;

/** Lets the CLI drawer ask what this view shows; it is asked only when the drawer opens. */
export function useCliView(view: () => CliView): void {
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    const tell = () => latest.current();
    shown = tell;
    return () => {
      if (shown === tell) shown = undefined;
    };
  }, []);
}

/** What is on screen now; undefined where a page reads nothing from AWS. */
export const cliView = (): CliView | undefined => shown?.();
