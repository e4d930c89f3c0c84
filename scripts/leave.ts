/** Ends this process with one line for its user. */
export function leave(line: string): never {
  console.error(line);
  process.exit(1);
}
