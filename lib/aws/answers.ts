import 'server-only';
import type { Answered, AnsweredNo } from '@/lib/domain/permissions/known';
import { dateOf } from './answered-at';
import { toAwsProblem } from './errors';

// What AWS refused on so many resources of an action and region is told by the newest of them.
const MOST_REFUSALS = 50;

interface Kept {
  allowedAt?: string;
  /** By resource, the newest last. */
  readonly refusals: Map<string, AnsweredNo>;
}

interface Owner {
  readonly sid: string;
  readonly scope: string;
}

const answers = new Map<string, Map<string, Map<string, Kept>>>();

type Handler = (args: { input: object }) => Promise<{ output: object; response: unknown }>;
interface Stack {
  add(
    middleware: (next: Handler, context: { commandName?: string }) => Handler,
    options: { step: 'deserialize'; priority: 'high' },
  ): void;
}

/** Has a client note, for a sign-in and scope, what AWS lets it do and what AWS refuses. It asks AWS nothing. */
export function noteAnswers<C extends object>(
  client: C,
  owner: Owner & { readonly service: string; readonly region: string },
): C {
  const { service, region } = owner;
  // The SDK's stack is typed by its own generics; only this corner of it is needed.
  (client as { middlewareStack: Stack }).middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const action = `${service}:${commandName.replace(/Command$/, '')}`;
        try {
          const result = await next(args);
          keptOf(owner, action, region).allowedAt = dateOf(result.response) ?? new Date().toISOString();
          return result;
        } catch (cause) {
          noteRefusal(owner, { action, region, input: args.input, cause });
          throw cause;
        }
      },
    { step: 'deserialize', priority: 'high' },
  );
  return client;
}

interface Failed {
  readonly action: string;
  readonly region: string;
  readonly input: object;
  readonly cause: unknown;
}

function noteRefusal(owner: Owner, { action, region, input, cause }: Failed): void {
  const about = resourceIn(input);
  const { problem } = toAwsProblem(cause, { action, region, ...(about ? { resource: about } : {}) });
  if (problem.code !== 'access-denied') return;
  // AWS may refuse one thing because of another: the rotation because of the function, the value because of the key.
  const refused = problem.action ?? action;
  const resource = problem.resource ?? about;
  const { refusals } = keptOf(owner, refused, region);
  const key = resource ?? '';
  refusals.delete(key);
  refusals.set(key, {
    at: dateOf((cause as { $response?: unknown }).$response) ?? new Date().toISOString(),
    ...(resource ? { resource } : {}),
    detail: problem.detail ?? '',
  });
  const [oldest] = refusals.keys();
  if (refusals.size > MOST_REFUSALS && oldest !== undefined) refusals.delete(oldest);
}

function resourceIn(input: object): string | undefined {
  const { SecretId, KeyId, FunctionName } = input as Record<string, unknown>;
  return [SecretId, KeyId, FunctionName].find((one) => typeof one === 'string');
}

function keptOf({ sid, scope }: Owner, action: string, region: string): Kept {
  const scopes = answers.get(sid) ?? new Map<string, Map<string, Kept>>();
  answers.set(sid, scopes);
  const own = scopes.get(scope) ?? new Map<string, Kept>();
  scopes.set(scope, own);
  const key = `${action} ${region}`;
  const kept = own.get(key) ?? { refusals: new Map() };
  own.set(key, kept);
  return kept;
}

/** Drops what was answered to a sign-in that has ended, or has left a scope. */
export function forgetAnswers(_start: string, sid: string, scope?: string): void {
  if (scope === undefined) answers.delete(sid);
  else answers.get(sid)?.delete(scope);
}

/** What AWS has answered a sign-in in one scope, as this process has heard, by action and region. */
export function answersTo({ sid, scope }: Owner): Answered[] {
  return [...(answers.get(sid)?.get(scope) ?? [])].map(([key, { allowedAt, refusals }]) => {
    const [action = '', region = ''] = key.split(' ');
    return {
      action,
      region,
      ...(allowedAt ? { allowedAt } : {}),
      refusals: [...refusals.values()].reverse(),
    };
  });
}
