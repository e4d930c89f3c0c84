'use client';

/**
 * What stands where a page failed to be shown. Its button is a plain one: this comes with every first load, and the
 * frame's buttons would come twice.
 */
export function PageFailed({ again }: { again: () => void }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-4 text-center">
      <h1 className="font-semibold text-md">This page failed</h1>
      <p className="max-w-[48ch] text-fg-2 text-xs">
        A fault of the console, not of AWS. Nothing was sent by it; your sign-in still holds.
      </p>
      <button
        type="button"
        onClick={again}
        className="h-7 rounded-md bg-accent-solid px-2.5 font-medium text-on-accent text-xs max-md:h-11 max-md:px-3.5"
      >
        Show it again
      </button>
    </main>
  );
}
