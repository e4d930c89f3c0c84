import { BadFlags, readFlags } from './flags.ts';
import { startSandbox } from './server.ts';
import { BadStory } from './world/custom/story.ts';

try {
  const sandbox = await startSandbox(readFlags(process.argv.slice(2)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  console.log(`sandbox ready ${sandbox.url}`);
} catch (cause) {
  const [line, code] = explain(cause);
  console.error(`sandbox: ${line}`);
  process.exitCode = code;
}

/** What to print, and the exit code: 2 for a wrong command line, 1 for all else. */
function explain(cause: unknown): [line: string, code: number] {
  if (cause instanceof BadFlags) return [cause.message, 2];
  if (cause instanceof BadStory) return [`--world: ${cause.message}`, 2];
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return ['the port is in use; choose another with --port', 1];
  }
  return [cause instanceof Error ? (cause.stack ?? cause.message) : String(cause), 1];
}
