/** A JSON object's members by key, each in a form in which equal values are equal texts. */
export type Members = ReadonlyMap<string, string>;

/** Deeper nesting than any secret has: beyond it a text is compared as a whole. */
const DEEPEST = 200;

/**
 * The top-level members of a JSON object, canonically: keys sorted, escapes and blanks gone, numbers by their value
 * as long as that is exact. Undefined for anything else, and where an object at any depth names a key twice: what
 * such a text means depends on its reader (RFC 8259, section 4).
 */
export function canonicalMembers(text: string): Members | undefined {
  try {
    if (!isObject(JSON.parse(text))) return undefined;
    const reader = createReader(text);
    return new Map(reader.members(0));
  } catch (cause) {
    // Our own two refusals, and the parser's.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

// Whether a parsed text is a JSON object.
const isObject = (parsed: unknown): parsed is Record<string, unknown> =>
  typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);

// The text is known to be JSON: this only walks it, for JSON.parse keeps neither a second key nor an exact number.
function createReader(text: string) {
  let at = 0;
  const skip = () => {
    while (' \t\n\r'.includes(text[at] ?? 'x')) at++;
  };
  const take = (mark: string) => {
    skip();
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const string = (): string => {
    skip();
    const from = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return JSON.parse(text.slice(from, ++at));
  };
  const word = (): string => {
    const from = at;
    while (at < text.length && !',]} \t\n\r'.includes(text[at]!)) at++;
    return text.slice(from, at);
  };
  const value = (depth: number): string => {
    if (depth > DEEPEST) throw new SyntaxError('nested too deep');
    skip();
    if (text[at] === '"') return JSON.stringify(string());
    if (text[at] === '{') {
      const sorted = members(depth).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${member}`).join()}}`;
    }
    if (text[at] === '[') return `[${elements(depth).join()}]`;
    return number(word());
  };
  const members = (depth: number): [string, string][] => {
    const found = new Map<string, string>();
    take('{');
    while (!take('}')) {
      const key = string();
      if (found.has(key)) throw new SyntaxError('a key is named twice');
      take(':');
      found.set(key, value(depth + 1));
      take(',');
    }
    return [...found];
  };
  const elements = (depth: number): string[] => {
    const found: string[] = [];
    take('[');
    while (!take(']')) {
      found.push(value(depth + 1));
      take(',');
    }
    return found;
  };
  return { members };
}

// 1.0, 1 and 10e-1 are one number. Parsing would also make one of two that differ beyond the 16th digit, so the
// digits themselves are compared: without zeros at their ends, and with the place of the last one.
function number(word: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(word) ?? [];
  if (whole === '') return word;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
