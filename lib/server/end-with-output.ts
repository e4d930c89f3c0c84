import 'server-only';

/**
 * Ends the console when nobody reads what it prints any more: what it does could not be audited, and each line about
 * the failed one would fail as well, without end.
 */
export function endWithOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(1));
}
