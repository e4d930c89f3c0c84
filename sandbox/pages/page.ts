import { createHash } from 'node:crypto';
import type { Reply } from '../http/reply.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #f4f5f7; color: #1b1f24; }
main { max-width: 30rem; margin: 4rem auto; padding: 2rem; background: #fff; border: 1px solid #c9ced6; border-radius: 8px; }
h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0 0 1rem; }
.code { font: 600 1.5rem/1.2 ui-monospace, monospace; letter-spacing: .08em; }
.note { margin: 1.5rem 0 0; color: #4b5563; font-size: .875rem; }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
legend, .label { display: block; margin-bottom: .5rem; padding: 0; font-weight: 600; }
.choice { display: flex; gap: .75rem; align-items: baseline; padding: .5rem 0; }
.choice small { display: block; color: #4b5563; }
input[type="text"] { box-sizing: border-box; width: 100%; margin-bottom: 1rem; padding: .5rem .75rem; font: inherit; border: 1px solid #6b7280; border-radius: 6px; }
button { min-height: 44px; margin-right: .5rem; padding: 0 1.25rem; font: inherit; font-weight: 600; color: inherit; background: transparent; border: 1px solid #6b7280; border-radius: 6px; cursor: pointer; }
button.main { color: #fff; background: #1d4ed8; border-color: #1d4ed8; }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
@media (max-width: 34rem) { main { margin: 0; min-height: 100vh; box-sizing: border-box; border: 0; border-radius: 0; } }
@media (prefers-color-scheme: dark) {
  body { background: #0f1216; color: #e6e9ee; }
  main { background: #171b21; border-color: #39414d; }
  .note, .choice small { color: #aab3c0; }
  button.main { color: #0f1216; background: #8ab4ff; border-color: #8ab4ff; }
  :focus-visible { outline-color: #8ab4ff; }
}
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** A page's title and the markup of its main part, in which everything from outside was escaped. */
export interface Page {
  readonly title: string;
  readonly main: string;
}

/** A page as it is sent: without scripts, in no frame, kept nowhere. */
export function pageReply(status: number, { title, main }: Page): Reply {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – sandbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
<p class="note">This is the sandbox on this computer, not AWS.</p>
</main>
</body>
</html>
`;
  return { status, headers: { ...common, 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Sends the browser on with GET. */
export function redirectReply(to: string): Reply {
  return { status: 303, headers: { ...common, location: to }, body: '' };
}

/** Text as markup shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

// A form's answer may send the browser on to a program of this computer, which form-action would stop too. The
// referrer is not left out altogether: browsers would send no origin with a form then.
const common = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${HASH}'; form-action 'self' http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'; base-uri 'none'`,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};
