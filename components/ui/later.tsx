import { type ComponentType, lazy, Suspense } from 'react';

/**
 * A component that is fetched when it is first shown, and until then is nothing. The framework's way to the same would
 * weigh more than most of what the table page fetches so.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Fetched = lazy(async () => ({ default: await load() }));
  return function Later(props: P) {
    return (
      <Suspense fallback={null}>
        <Fetched {...props} />
      </Suspense>
    );
  };
}
