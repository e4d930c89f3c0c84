import { nextSteps } from '@/components/problem/next-steps';
import { PageLink } from '@/components/ui/page-link';
import { type ProblemCode, problems } from '@/lib/contract/problem';

/** What one problem of the closed list means: where the `type` of a problem+json answer leads. */
export function ProblemPage({ code }: { code: ProblemCode }) {
  const { title, status } = problems[code];
  return (
    <main className="mx-auto grid min-h-dvh max-w-[62ch] content-center gap-3 p-4">
      <p className="font-mono text-fg-3 text-xs">
        {status} {code}
      </p>
      <h1 className="font-semibold text-lg">{title}</h1>
      <p className="text-fg-2">{nextSteps[code]}</p>
      <p>
        <PageLink href="/" className="text-accent text-xs underline underline-offset-2">
          Go to Secrets
        </PageLink>
      </p>
    </main>
  );
}
