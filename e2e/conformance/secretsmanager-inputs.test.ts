import * as sdk from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, Input, Subject } from './input-case.ts';
import { hasCli, openWorld, refusal, type World } from './secretsmanager-world.ts';
import { upkeepCases } from './upkeep-cases.ts';
import { valueCases } from './value-cases.ts';

let world: World;
beforeAll(async () => {
  // More secrets are made here in a second than AWS would let be made.
  world = await openWorld({ world: 'empty', quotas: false });
});
afterAll(() => world.close());

type Make = new (input: Input) => sdk.GetRandomPasswordCommand;
const commands = sdk as unknown as Readonly<Record<string, Make>>;
const send = (operation: string, input: Input, region = 'us-east-1') => {
  const Command = commands[`${operation}Command`]!;
  // The SDK takes bytes where the wire has base64.
  const bytes = typeof input.SecretBinary === 'string' && {
    SecretBinary: Buffer.from(input.SecretBinary, 'base64'),
  };
  return world.client(region).send(new Command({ ...input, ...bytes }));
};

const casesOf = (subject: Subject) => ({ ...valueCases(subject), ...upkeepCases(subject) });
const ANY = { SecretId: 'any', first: '1'.repeat(32), second: '2'.repeat(32) };
const operations = Object.keys(casesOf(ANY));

test('every operation of the SDK has its cases', () => {
  const known = Object.keys(sdk).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);
  expect(operations.sort()).toEqual(known.filter((name) => name !== '$').sort());
});

/** A fresh secret for an operation; its type lets it rotate through a role. */
async function fresh(operation: string, by: string): Promise<Case> {
  const subject = { ...ANY, SecretId: `in/${by}/${operation}` };
  const { SecretId, first, second } = subject;
  const Type = 'SalesforceClientSecret';
  await send('CreateSecret', { Name: SecretId, Type, SecretString: 'one', ClientRequestToken: first });
  await send('PutSecretValue', { SecretId, SecretString: 'two', ClientRequestToken: second });
  return casesOf(subject)[operation]!;
}

async function prepare({ before, region }: Case): Promise<void> {
  if (!before) return;
  await send(...before);
  if (region !== undefined) await world.replicate();
}

test.each(operations)('the SDK and %s', async (operation) => {
  const given = await fresh(operation, 'sdk');
  expect(given.bad.length).toBeGreaterThan(1);
  for (const [input, code, message] of given.bad) {
    const error = await refusal(send(operation, input));
    expect(error, JSON.stringify(input).slice(0, 200)).toMatchObject({
      name: code,
      message: expect.stringMatching(message) as string,
    });
  }
  await prepare(given);
  await send(operation, given.good, given.region);
});

/** The members of a call that the model requires: a call without one is no business of the operation's. */
test.each(operations)(
  '%s names what a call leaves out, and ignores what it does not know',
  async (operation) => {
    const given = await fresh(operation, 'left-out');
    await prepare(given);
    await send(operation, { ...given.good, Unheard: { of: 'this' } }, given.region);
    const takesNothing = ['BatchGetSecretValue', 'GetRandomPassword', 'ListSecrets'].includes(operation);
    if (takesNothing) return;
    const lost = { CreateSecret: 'name', ValidateResourcePolicy: 'resourcePolicy' }[operation] ?? 'secretId';
    expect(await refusal(send(operation, {}))).toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        `Value null at '${lost}' failed to satisfy constraint: Member must not be null`,
      ) as string,
    });
  },
);

// BatchGetSecretValue is younger than Debian's AWS CLI, and so are the members of managed external secrets.
const TOO_NEW = ['BatchGetSecretValue', 'RotateSecret', 'CancelRotateSecret'];
const byCli = operations.filter((operation) => !TOO_NEW.includes(operation));

test.skipIf(!hasCli).each(byCli)('the AWS CLI and %s', async (operation) => {
  const given = await fresh(operation, 'cli');
  const command = operation.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const call = (input: Input, region = 'us-east-1') =>
    world.cli(region, command, '--cli-input-json', JSON.stringify(input));
  await Promise.all(
    given.bad
      // An enum or a length that the CLI knows itself never reaches the service; neither does a long command line.
      .filter(([input]) => !JSON.stringify(input).includes('[]') && JSON.stringify(input).length < 60_000)
      // Each call starts a process: the last two, the operation's own, have to do.
      .slice(-2)
      .map(async ([input, code]) => {
        await expect(call(input), JSON.stringify(input).slice(0, 200)).rejects.toThrow(`(${code})`);
      }),
  );
  await prepare(given);
  await call(given.good, given.region);
});
