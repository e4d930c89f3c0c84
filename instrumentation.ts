/** Runs once, before the console answers. https://nextjs.org/docs/app/guides/instrumentation */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { endWithOutput } = await import('@/lib/server/end-with-output');
  const { begin } = await import('@/lib/server/begin');
  endWithOutput();
  begin();
}
