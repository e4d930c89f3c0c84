import type { ReactNode } from 'react';

interface SheetColumnsProps {
  readonly children: ReactNode;
  /** Beside it where there is room, else beneath. */
  readonly beside: ReactNode;
}

/** The two columns of a sheet: what is done, and what has to be known or said about it. */
export function SheetColumns({ children, beside }: SheetColumnsProps) {
  return (
    <div className="grid min-h-full grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_24.25rem]">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0 max-lg:border-t lg:border-l">{beside}</div>
    </div>
  );
}
