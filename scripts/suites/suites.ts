import { existsSync } from 'node:fs';
import { build, staleness } from '../build.ts';
import { CHROMIUM_HINT, chromiumPath } from '../chromium.ts';
import { runPlaywright, runScript, runVitest } from './run.ts';
import { FAILED, type Tally } from './tally.ts';

/** One part of `npm test`, in the order they run. */
export interface Suite {
  readonly name: string;
  /** A suite without which this one would only fail once more. */
  readonly needs?: string;
  run(): Promise<Tally>;
}

/** Where the conformance tests look for it too. */
const AWS_CLI = '/usr/bin/aws';

export const suites: readonly Suite[] = [
  { name: 'types', run: () => runScript('types') },
  { name: 'lint', run: () => runScript('lint') },
  { name: 'unit', run: () => runVitest('--project', 'unit') },
  { name: 'routes', run: () => runVitest('--project', 'routes', 'e2e/routes') },
  { name: 'conformance', run: runConformance },
  { name: 'build', run: () => runScript('build') },
  { name: 'e2e', needs: 'build', run: runJourneys },
  { name: 'security', needs: 'build', run: runSecurity },
];

function runConformance(): Promise<Tally> {
  // On the build server the suite itself fails without it.
  if (!existsSync(AWS_CLI)) {
    console.log(`No AWS CLI at ${AWS_CLI} (Debian: apt-get install awscli): its tests are skipped.`);
  }
  return runVitest('--project', 'conformance');
}

async function runJourneys(): Promise<Tally> {
  if (!chromiumPath()) return failed(CHROMIUM_HINT);
  const stale = staleness();
  if (stale) return failed(`The build is ${stale}. Run: npm test -- build e2e`);
  return runPlaywright();
}

// Attacks a running build, and makes one where there is none.
async function runSecurity(): Promise<Tally> {
  if (staleness() && !(await build())) return failed('There is no build to attack.');
  return runVitest('--project', 'routes', 'e2e/security');
}

function failed(line: string): Tally {
  console.error(line);
  return FAILED;
}
