/** A text without what could open something, as long as before; and how many passages were blacked out. */
export interface Redacted {
  readonly text: string;
  readonly count: number;
}

/** Beyond this a passage is no password or token; it also keeps every pattern linear. */
const NAMES =
  'pass(?:word|wd|phrase)?|pwd|secret(?:string|_?access_?key|value)|sessiontoken|session_token|securitytoken|rotationtoken|access_?token|refresh_?token|id_?token|token|api_?key|private_?key|client_?secret|authorization|x-amz-security-token|x-amz-signature';

// What is blacked out is the last group of each. Bounded repeats of one class each: a hostile line costs its length.
const PATTERNS: readonly RegExp[] = [
  // "password": "…", 'password': '…', also with escaped quotes inside of JSON.
  new RegExp(
    `["']?(?:[\\w-]{0,40})(?:${NAMES})\\\\?["']?[ \\t]{0,3}[:=][ \\t]{0,3}(?:Bearer |Basic )?\\\\?["']([^"'\\n]{1,4096})`,
    'gi',
  ),
  // password=…, token: …
  new RegExp(
    `\\b(?:[\\w-]{0,40})(?:${NAMES})[ \\t]{0,3}[:=][ \\t]{0,3}(?:Bearer |Basic )?([^\\s"',;&)}\\]]{4,4096})`,
    'gi',
  ),
  // IDENTIFIED BY '…', PASSWORD '…'
  /\b(?:identified[ \t]{1,3}by|password)[ \t]{1,3}['"]([^'"\n]{1,1024})/gi,
  // scheme://user:password@host
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,128}:([^\s@/]{1,512})@/gi,
  // Keys of AWS, and what signs with them.
  /\b((?:AKIA|ASIA)[A-Z0-9]{16})\b/g,
  // JSON web tokens.
  /\b(eyJ[\w-]{10,4096}\.[\w-]{10,4096}\.[\w-]{0,4096})/g,
  /\bBearer[ \t]{1,3}([\w.~+/=-]{12,4096})/g,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----([^-]{1,8192})/g,
];

const BLACK = '█';

/**
 * Blacks out passwords, tokens, connection strings and keys in a line of a log. Best effort: it knows how such things are
 * written, not what they are. Every character keeps its place, so that the places of proofs stay right.
 */
export function redact(text: string): Redacted {
  let black: readonly [number, number][] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(found);
      const end = start + found.length;
      if (!isHarmless(found) && !black.some(([from, to]) => start < to && end > from)) {
        black = [...black, [start, end]];
      }
    }
  }
  let clean = text;
  for (const [start, end] of black) {
    clean = clean.slice(0, start) + BLACK.repeat(end - start) + clean.slice(end);
  }
  return { text: clean, count: black.length };
}

// Words of prose after a colon, ARNs and the ids of versions open nothing.
const isHarmless = (found: string) =>
  found.startsWith('arn:aws') ||
  found.startsWith(BLACK) ||
  /^(?:[a-z]{1,14}|null|None|True|False)$/.test(found);
