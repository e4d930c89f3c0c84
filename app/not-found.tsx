import { PageLink } from '@/components/ui/page-link';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center gap-2 p-4 text-center">
      <h1 className="font-semibold text-md">There is no such page</h1>
      <p className="max-w-[48ch] text-fg-2 text-xs">
        The address names no page of this console, or not a full secret ARN.
      </p>
      <p>
        <PageLink href="/" className="text-accent text-xs underline underline-offset-2">
          Go to Secrets
        </PageLink>
      </p>
    </main>
  );
}
