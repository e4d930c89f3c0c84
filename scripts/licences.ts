import { lockedPackages } from './locked.ts';

// `npm run -s licences`: a line for each package of the lock file: its name, version, licence, and what it is there for.
for (const { name, version, licence, runs } of lockedPackages()) {
  console.log([name, version, licence, runs ? 'runs' : 'builds or tests'].join('\t'));
}
