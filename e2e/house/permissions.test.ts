import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ResourceKind } from '../../lib/domain/permissions/need.ts';
import { actionsOf, beyondPolicies, rights } from '../../lib/domain/permissions/rights.ts';
import { roles } from '../../lib/domain/permissions/roles.ts';
import { isTest, type Source, sourcesIn } from './sources.ts';

// What the console asks of AWS, what lib/domain/permissions says it takes, and what docs/iam hands out are the same.

/** The prefix of a client's actions in policies. */
const PREFIXES: Readonly<Record<string, string>> = {
  account: 'account',
  cloudtrail: 'cloudtrail',
  'cloudwatch-logs': 'logs',
  iam: 'iam',
  kms: 'kms',
  lambda: 'lambda',
  'secrets-manager': 'secretsmanager',
  sso: 'sso',
  'sso-oidc': 'sso-oidc',
  sts: 'sts',
};

/** The actions of the commands a file makes. */
function sentBy({ text }: Source): string[] {
  const imports = text.matchAll(/^import \{([^}]+)\} from '@aws-sdk\/client-([\w-]+)';/gm);
  return [...imports].flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/\b(\w+)Command\b/g)]
      .filter(([, name]) => text.includes(`new ${name}Command(`))
      .map(([, name]) => `${PREFIXES[client] ?? `unknown client ${client}`}:${name}`),
  );
}

const known = [...actionsOf(rights).keys(), ...beyondPolicies];
// AWS asks these of the caller of another operation: no command of ours has their name.
const THROUGH = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'lambda:InvokeFunction'];
const files = sourcesIn('lib').filter((file) => !isTest(file));
const sent = new Set(files.flatMap(sentBy));

test('every command the server sends is in the table of permissions', () => {
  expect(sent.size).toBeGreaterThan(25);
  expect([...sent].filter((action) => !known.includes(action))).toEqual([]);
});

test('the table holds nothing that is not sent', () => {
  expect(known.filter((action) => !sent.has(action) && !THROUGH.includes(action))).toEqual([]);
});

test('no command is made where this cannot see it', () => {
  const made = files.flatMap(({ text }) =>
    [...text.matchAll(/\bnew (\w+)Command\(/g)].map(([, name]) => name),
  );
  const seen = [...sent].map((action) => action.split(':')[1]);
  expect(made.filter((name) => !seen.includes(name))).toEqual([]);
});

test('a command that is not in the table would be noticed', () => {
  const text =
    "import {\n  DeleteSecretCommand,\n} from '@aws-sdk/client-secrets-manager';\nnew DeleteSecretCommand({});";
  const [action = ''] = sentBy({ path: 'lib/aws/x.ts', text });
  expect(action).toBe('secretsmanager:DeleteSecret');
  expect(known).not.toContain(action);
});

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}
const list = (one: string | readonly string[]) => (typeof one === 'string' ? [one] : one);
const folder = new URL('../../docs/iam/', import.meta.url);
const statementsOf = (name: string): readonly Statement[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')).Statement;

/** What a resource of each kind looks like in a policy. */
const FORMS: Readonly<Record<ResourceKind, RegExp>> = {
  any: /^\*$/,
  account: /^\*$|^arn:aws:account::\d{12}:account$/,
  secret: /^\*$|:secret:/,
  key: /^\*$|:key\/\*$/,
  function: /^\*$|:function:\*$/,
  'log-group': /:log-group:\/aws\/lambda\/\*(:\*)?$/,
  'log-groups': /^\*$/,
  principal: /:role\//,
};

test('docs/iam has a policy for each role', () => {
  const names = readdirSync(folder).map((file) => file.replace('.json', ''));
  expect(names.sort()).toEqual(Object.keys(roles).sort());
});

describe.each(Object.entries(roles))('docs/iam/%s.json', (name, ids) => {
  const needed = actionsOf(rights.filter(({ id }) => ids.includes(id)));
  const allows = statementsOf(name).filter(({ Effect }) => Effect === 'Allow');
  const allowed = allows.flatMap(({ Action, Resource }) =>
    list(Action).flatMap((action) => list(Resource).map((resource) => ({ action, resource }))),
  );

  test('is made of rights that exist', () => {
    expect(ids.filter((id) => !rights.some((right) => right.id === id))).toEqual([]);
  });

  test('allows what its rights take, and nothing else', () => {
    // Whoever may do everything may also do what the console does not.
    const spelt = allowed.map(({ action }) => action).filter((action) => action !== 'secretsmanager:*');
    const everything = allowed.some(({ action }) => action === 'secretsmanager:*');
    const missing = [...needed.keys()].filter(
      (action) => !spelt.includes(action) && !(everything && action.startsWith('secretsmanager:')),
    );
    expect(missing).toEqual([]);
    expect(spelt.filter((action) => !needed.has(action))).toEqual([]);
  });

  test('names resources AWS takes for each action', () => {
    for (const { action, resource } of allowed) {
      const kind = needed.get(action);
      if (kind) expect(resource, action).toMatch(FORMS[kind]);
    }
  });
});

test('each right says what it takes, and is told apart', () => {
  expect(new Set(rights.map(({ id }) => id)).size).toBe(rights.length);
  for (const { needs, id } of rights) {
    expect(needs.length, id).toBeGreaterThan(0);
    expect(new Set(needs.map(({ action }) => action)).size, id).toBe(needs.length);
  }
});
