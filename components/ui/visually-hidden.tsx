import type { ReactNode } from 'react';

/** Words for screen readers where the eye has a picture. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span id={id} className="sr-only">
      {children}
    </span>
  );
}
