import { FlaskConical, Lock } from 'lucide-react';

/** Stays on top of every screen where the console is not what one expects: AWS is the sandbox, or nothing is changed. */
export function ModeStrip({ sandbox, readOnly }: { readonly sandbox: boolean; readonly readOnly: boolean }) {
  if (!sandbox && !readOnly) return null;
  return (
    <section
      aria-label={sandbox ? 'Sandbox' : 'Read-only'}
      className="hatch flex h-7 shrink-0 items-center gap-2 overflow-hidden border-line-strong border-b bg-sunken px-4 text-xs md:px-5"
    >
      {readOnly && (
        <span className="-ml-1.5 inline-flex shrink-0 items-center gap-1.5 bg-sunken px-1.5 font-medium">
          <Lock aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
          Read-only
        </span>
      )}
      {sandbox && (
        <span className="-ml-1.5 inline-flex shrink-0 items-center gap-1.5 bg-sunken px-1.5 font-medium">
          <FlaskConical aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
          Sandbox
        </span>
      )}
      <span className="truncate bg-sunken px-1.5 text-fg-2">
        {readOnly && 'This console changes nothing. '}
        {sandbox && 'Made-up fleet. No AWS account is called.'}
      </span>
    </section>
  );
}
