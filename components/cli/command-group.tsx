import type { ReactNode } from 'react';

interface CommandGroupProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}

/** Commands that belong together, under their title. */
export function CommandGroup({ title, note, children }: CommandGroupProps) {
  return (
    <section aria-label={title} className="border-b">
      <div className="flex flex-wrap items-baseline gap-x-2 border-b bg-sunken px-4 py-1.5 last:border-b-0 md:px-5">
        <h3 className="font-semibold">{title}</h3>
        {note && <p className="min-w-0 text-fg-2">{note}</p>}
      </div>
      {children && <div className="bg-canvas">{children}</div>}
    </section>
  );
}
