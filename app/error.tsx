'use client';

import { Button } from '@/components/ui/button';

export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-4 text-center">
      <h1 className="font-semibold text-md">This page failed</h1>
      <p className="max-w-[48ch] text-fg-2 text-xs">
        A fault of the console, not of AWS. Nothing was sent by it; your sign-in still holds.
      </p>
      <Button variant="primary" onClick={reset}>
        Show it again
      </Button>
    </main>
  );
}
