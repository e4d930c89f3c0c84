import type { Statement } from '../operation.ts';
import { checkStatement, type PolicyKind } from './check-statement.ts';
import { PolicyError } from './policy-error.ts';
import { ruleOf } from './rules.ts';

const VERSIONS: readonly unknown[] = ['2012-10-17', '2008-10-17'];

/**
 * Reads a policy's JSON and answers its statements, ready for `rulesOf`. Throws PolicyError unless IAM
 * would take it: the grammar, one of each pair such as Action and NotAction, the members its kind needs and
 * forbids, known condition operators with values they can take. Whether its principals exist is not asked.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(json: string, kind: PolicyKind = 'resource'): readonly Statement[] {
  const document = documentIn(json);
  const { Version, Id, Statement: given, ...unknown } = document;
  if (Version !== undefined && !VERSIONS.includes(Version)) throw syntaxError();
  if ((Id !== undefined && typeof Id !== 'string') || Object.keys(unknown).length > 0) throw syntaxError();
  const members: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (members.length === 0) throw syntaxError();
  const statements = members.map((member) => checkStatement(member, kind));
  // Before 2012-10-17 there were no variables: `${` is plain text.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
  const read = Version === '2012-10-17' ? statements : statements.map(withoutVariables);
  for (const statement of read) ruleOf(statement);
  return read;
}

const MOST = 10_000;
const parsed = new Map<string, readonly Statement[]>();
const NOTHING: readonly Statement[] = [];

/** The statements of a resource's policy that was accepted once; a broken one has none. Read once per text. */
export function statementsOf(json: string, kind: 'resource' | 'trust' = 'resource'): readonly Statement[] {
  const place = kind + json;
  const known = parsed.get(place);
  if (known) return known;
  if (parsed.size >= MOST) parsed.clear();
  const statements = attempt(json, kind);
  parsed.set(place, statements);
  return statements;
}

function attempt(json: string, kind: PolicyKind): readonly Statement[] {
  try {
    return parsePolicy(json, kind);
  } catch (cause) {
    if (cause instanceof PolicyError) return NOTHING;
    throw cause;
  }
}

function documentIn(json: string): Readonly<Record<string, unknown>> {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    throw syntaxError();
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw syntaxError();
  return document as Readonly<Record<string, unknown>>;
}

function withoutVariables(statement: Statement): Statement {
  const text = JSON.stringify(statement);
  return text.search(OPENING) >= 0
    ? (JSON.parse(text.replace(OPENING, () => PLAIN_DOLLAR)) as Statement)
    : statement;
}

const DOLLAR = '$';
const OPENING = /\$(?=\{)/g;
/** How a policy with variables writes a dollar sign. */
const PLAIN_DOLLAR = `${DOLLAR}{${DOLLAR}}`;

function syntaxError(): PolicyError {
  return new PolicyError('Syntax errors in policy.');
}
