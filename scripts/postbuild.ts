import { cpSync, existsSync } from 'node:fs';

// `next build` leaves what the browser loads out of the standalone server, for a file server in front of it
// that we do not have: https://nextjs.org/docs/app/api-reference/config/next-config-js/output
const standalone = '.next/standalone';
cpSync('.next/static', `${standalone}/.next/static`, { recursive: true });
if (existsSync('public')) cpSync('public', `${standalone}/public`, { recursive: true });
