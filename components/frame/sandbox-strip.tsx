import { FlaskConical } from 'lucide-react';

/** Stays on top of every screen while AWS is the sandbox. */
export function SandboxStrip() {
  return (
    <section
      aria-label="Sandbox"
      className="hatch flex h-7 shrink-0 items-center gap-2 overflow-hidden border-line-strong border-b bg-sunken px-4 text-xs md:px-5"
    >
      <span className="-ml-1.5 inline-flex items-center gap-1.5 bg-sunken px-1.5 font-medium">
        <FlaskConical aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
        Sandbox
      </span>
      <span className="truncate bg-sunken px-1.5 text-fg-2">Made-up fleet. No AWS account is called.</span>
    </section>
  );
}
