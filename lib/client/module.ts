import { useEffect, useState } from 'react';

const loaded = new Map<() => Promise<unknown>, unknown>();

/**
 * Code that is fetched once it is wanted; undefined until it is there. `load` is a constant outside of components.
 * Where it cannot be fetched, the page says so; where it cannot be run, the error page.
 */
export function useModule<T>(load: () => Promise<T>, wanted: boolean): T | undefined {
  const [state, setState] = useState<{ failed?: unknown }>({});
  const known = loaded.get(load) as T | undefined;
  useEffect(() => {
    if (!wanted || loaded.has(load)) return;
    let here = true;
    load().then(
      (module) => {
        loaded.set(load, module);
        if (here) setState({});
      },
      (failed: unknown) => {
        if (here) setState({ failed: failed ?? new Error('Code could not be fetched.') });
      },
    );
    return () => {
      here = false;
    };
  }, [load, wanted]);
  if (state.failed !== undefined) throw state.failed;
  return known;
}
