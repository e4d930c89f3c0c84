import { hostname } from 'node:os';
import { staleness } from './build.ts';
import { freshSecret, startConsole } from './console.ts';
import { createGroup } from './group.ts';
import { leave } from './leave.ts';
import { consolePort } from './own-port.ts';

// `npm start`: the built console alone, against AWS or whatever AWS_ENDPOINT_URL names.
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
const isLoopback = (name: string) => LOOPBACK.has(name);

// Some shells and containers export the computer's own name as HOSTNAME: that is nobody's choice.
const wanted = process.env.HOSTNAME;
const host = wanted && wanted !== hostname() ? wanted : '127.0.0.1';
const local = isLoopback(host);

const stale = staleness();
if (stale === 'missing') leave('There is no build. Run: npm run build');
if (stale) console.warn(`The build is ${stale}. To renew it: npm run build`);

const given = process.env.NEXTAUTH_SECRET;
if (!given && !local) {
  leave(`NEXTAUTH_SECRET must be set when listening on ${host}: 32 random bytes or more.`);
}
// With a word somebody could seal a cookie of their own.
if (given && given.length < 32) leave('NEXTAUTH_SECRET is too short: 32 random bytes or more.');
const port = await consolePort('npm start');
const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`;
if (!URL.canParse(url)) leave(`NEXTAUTH_URL must be the address operators open, not "${url}".`);

const nameless = (process.env.KEYTURN_REGIONS ?? '')
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name && !/^[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(name));
// Left out silently, they would make the console read other regions than the ones meant.
if (nameless.length > 0)
  leave(`KEYTURN_REGIONS takes names such as us-east-1,eu-west-1, not "${nameless[0]}".`);

const group = createGroup();
const endpoint = process.env.AWS_ENDPOINT_URL || undefined;
const { origin, hostname: opened } = new URL(url);
// Profiles are for whoever sits at this computer: nobody else reaches the console, or reads this terminal.
const launch = local && isLoopback(opened) ? freshSecret() : undefined;
try {
  await startConsole(group, { host, port, url, secret: given || freshSecret(), endpoint, launch });
  console.log(`Keyturn is ready at ${origin} (${endpoint ?? 'AWS'}, listening on ${host}:${port})`);
  if (launch) console.log(`With the AWS profiles of this computer: ${origin}/?launch=${launch}`);
  if (!given)
    console.log('NEXTAUTH_SECRET is not set: a fresh one was made, sign-ins end with this process.');
  if (!local && url.startsWith('http:')) {
    console.warn('NEXTAUTH_URL is plain http: credentials would cross the network unencrypted.');
  }
} catch (cause) {
  await group.end(cause instanceof Error ? cause.message : String(cause));
}
