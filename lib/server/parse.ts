import 'server-only';
import type * as z from 'zod';
import { type FieldProblem, ProblemError, problemOf } from '@/lib/contract/problem';
import { readBytes } from './read-bytes';

/** The largest body a door reads, in bytes. */
export const LARGEST_BODY = 16_384;

/** Parses foreign input; refuses with paths and rules, never with what was in it. */
export function parse<T>(form: z.ZodType<T>, input: unknown, at: readonly string[] = []): T {
  const parsed = form.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map((issue) => toField(issue, at)).slice(0, 20));
}

/** Reads a JSON body of limited size, in bytes. */
export async function readJson(request: Request, limit = LARGEST_BODY): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw invalid([{ path: 'content-type', rule: 'must be application/json' }]);
  }
  const body = await readBytes(request, limit);
  if (!body) throw invalid([{ path: 'body', rule: `must have at most ${limit} bytes` }]);
  const text = decoded(body);
  if (isDeep(text)) throw invalid([{ path: 'body', rule: `must nest at most ${DEEPEST} levels` }]);
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw notJson();
  }
}

const notJson = () => invalid([{ path: 'body', rule: 'must be JSON in UTF-8' }]);

/** Our forms nest four levels. Deeper than this nothing is parsed: each level costs whoever walks it. */
const DEEPEST = 16;

function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (inString) {
      // A value may hold any number of brackets, and quotes that are none.
      if (one === '\\') at += 1;
      else if (one === '"') inString = false;
    } else if (one === '"') inString = true;
    else if (one === '[' || one === '{') depth += 1;
    else if (one === ']' || one === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The query of a request as an object; a name given twice is refused rather than guessed at. */
export function readQuery(request: Request): Record<string, string> {
  const query = [...new URL(request.url).searchParams];
  const names = query.map(([name]) => name);
  if (new Set(names).size !== names.length)
    throw invalid([{ path: 'query', rule: 'must name each field once' }]);
  return Object.fromEntries(query);
}

function invalid(fields: readonly FieldProblem[]): ProblemError {
  return new ProblemError(problemOf('input-invalid', { fields }));
}

function toField(issue: z.core.$ZodIssue, at: readonly string[]): FieldProblem {
  // Paths consist of names from our own forms: what a caller named is not repeated.
  const path = [...at, ...issue.path.map(String)].join('.') || 'body';
  return { path, rule: ruleOf(issue) };
}

function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'has a field that is not taken here';
    case 'too_small':
      return `must have at least ${issue.minimum}`;
    case 'too_big':
      return `must have at most ${issue.maximum}`;
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'invalid_format':
      return issue.message.startsWith('Invalid')
        ? 'does not have the expected form'
        : `must be ${issue.message}`;
    default:
      return 'does not have the expected form';
  }
}
