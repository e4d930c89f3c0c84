import { type RefObject, useEffect, useState } from 'react';

/** Whether the focus is inside an element. */
export function useFocusWithin(node: RefObject<HTMLElement | null>): boolean {
  const [inside, setInside] = useState(false);
  useEffect(() => {
    const onFocus = () => setInside(node.current?.contains(document.activeElement) ?? false);
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [node]);
  return inside;
}
