import { useEffect, useRef, useState } from 'react';

/** A value that changes at most once in `wait` milliseconds; `hurry` lets a change through at once. */
export function usePaced<T>(value: T, wait: number, hurry = false): T {
  const [shown, setShown] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const pass = () => {
      last.current = performance.now();
      setShown(value);
    };
    const timer = setTimeout(pass, hurry ? 0 : Math.max(0, last.current + wait - performance.now()));
    return () => clearTimeout(timer);
  }, [value, wait, hurry]);
  return hurry ? value : shown;
}
