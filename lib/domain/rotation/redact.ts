/** A text without what could open something, as long as before; and how many passages were blacked out. */
export interface Redacted {
  readonly text: string;
  readonly count: number;
}

interface Passage {
  readonly start: number;
  readonly end: number;
}

const BLACK = '█';

// Each is bounded in what it repeats, so that a text of a megabyte takes as long as its length says. The passage to go is
// the group `v`.
const QUOTED = String.raw`\\{0,3}"(?<v>(?:[^"\\]|\\[^"]){1,4000})\\{0,3}"`;
const SINGLE = String.raw`'(?<v>(?:[^'\\]|\\.){1,4000})'`;
const NAMED = String.raw`[\w.-]{0,40}?(?:password|passwd|pwd|passphrase|secret(?:string|value|binary)?|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?|conn(?:ection)?[_-]?str(?:ing)?|signature|cookie|authorization)`;
const BEFORE = String.raw`(?<![\w.:/-])${NAMED}\\{0,3}["']?\s{0,3}(?:=>|[:=])\s{0,3}`;

const SIGNS: readonly RegExp[] = [
  new RegExp(`${BEFORE}[brun]{0,2}${QUOTED}`, 'dgi'),
  new RegExp(`${BEFORE}[brun]{0,2}${SINGLE}`, 'dgi'),
  // Without quotes: after an equals sign whatever it is, after a colon what is no sentence.
  new RegExp(String.raw`(?<![\w.:/-])${NAMED}\s{0,3}=>?\s{0,3}(?<v>[^\s"'\\,;&(){}\[\]<>]{1,2000})`, 'dgi'),
  new RegExp(
    String.raw`(?<![\w.:/-])${NAMED}\s{0,3}:\s{0,3}(?<v>(?=[^\s]{0,60}[\d!#$%^&*+?~])[^\s"'\\,;&(){}\[\]<>]{4,2000})`,
    'dgi',
  ),
  // user:password@host; people do not always encode an @ of their password.
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,128}:(?<v>[^\s/"'<>]{1,256})@/dgi,
  /\b(?:identified\s{1,3}(?:with\s{1,3}\S{1,64}\s{1,3})?(?:by|as)|password|passphrase)\s{0,3}(?:(?:password|is|to|was)\s{0,3})?=?\s{0,3}\(?\s{0,3}N?(?<v>'(?:[^'\\]|\\.|''){1,512}'|"[^"]{1,512}")/dgi,
  /\b(?:bearer|basic|digest)\s{1,3}(?<v>[^\s"',;]{8,4000})/dgi,
  /\b(?<v>(?:AKIA|ASIA)[A-Z0-9]{16})\b/dg,
  /\b(?<v>eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{5,4000}(?:\.[\w-]{0,4000})?)/dg,
  /\b(?<v>(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|[sr]k_(?:live|test)_|npm_|SG\.)[\w.-]{10,255})/dg,
  // Statements and commands that name no password: SQL Server's, Redis's, those of clients, Oracle's user/password@host.
  /\bsp_password\s{1,3}(?<v>[^\n]{1,500})/dgi,
  /\b(?:acl\s{1,3}setuser\s{1,3}\S{1,128}|requirepass)\s{1,3}(?<v>[^\n]{1,500})/dgi,
  /(?<![\w-])--?(?:password|passwd|passphrase|pass)["',]{0,2}\s{1,3}["']?(?<v>[^\s"',-][^\s"',]{1,255})/dgi,
  /\b(?:mysql\w{0,12}|mariadb[\w-]{0,12})\b[^\n]{0,200}?[\s"']-p(?<v>[^\s"',-][^\s"',]{3,255})/dg,
  /\bsqlcmd\b[^\n]{0,200}?\s-P\s{0,3}(?<v>[^\s"',-][^\s"',]{3,255})/dg,
  /(?:\bconnect\s{1,3}|\bsqlplus\s{1,3}|:thin:)[\w$#"]{1,64}\/(?<v>[^\s@]{1,256})@/dgi,
  /<\w{0,20}(?:password|secret|token)>(?<v>[^<]{1,2000})</dgi,
  /[?&](?:sig|x-amz-(?:signature|security-token|credential))=(?<v>[^\s&"']{4,4000})/dgi,
];

// What names a thing, or says that there is none, opens nothing.
const HARMLESS =
  /^(?:arn:[\w-]+:|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|(?:yes|no|none|null|true|false|undefined|missing|AWSCURRENT|AWSPENDING|AWSPREVIOUS)\b|█|\*{3,}|\$\{|%[sd])/i;

/**
 * Blacks out passwords, tokens, connection strings and keys in a line of a log. Best effort: it knows how such things are
 * written, not what they are. Every character keeps its place, so that the places of proofs stay right.
 */
export function redact(original: string): Redacted {
  const passages = joined([...keysIn(original), ...SIGNS.flatMap((sign) => found(sign, original))]);
  const parts: string[] = [];
  let last = 0;
  for (const { start, end } of passages) {
    parts.push(original.slice(last, start), BLACK.repeat(end - start));
    last = end;
  }
  return { text: parts.join('') + original.slice(last), count: passages.length };
}

function found(sign: RegExp, text: string): Passage[] {
  return [...text.matchAll(sign)].flatMap(({ groups, indices }) => {
    const [start, end] = indices?.groups?.v ?? [0, 0];
    return end <= start || HARMLESS.test(groups?.v ?? '') ? [] : [{ start, end }];
  });
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';

/** Private keys, by looking for their ends: a pattern would search on from every beginning. */
function keysIn(text: string): Passage[] {
  const passages: Passage[] = [];
  for (let at = text.indexOf(BEGIN); at >= 0; ) {
    const head = text.slice(at, at + 60);
    if (!head.includes('PRIVATE KEY')) {
      at = text.indexOf(BEGIN, at + BEGIN.length);
      continue;
    }
    const stop = text.indexOf(END, at);
    const end = stop < 0 ? text.length : stop;
    passages.push({ start: at + BEGIN.length, end });
    at = text.indexOf(BEGIN, end);
  }
  return passages;
}

function joined(passages: readonly Passage[]): Passage[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of [...passages].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = whole.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
