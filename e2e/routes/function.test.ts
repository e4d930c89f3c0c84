import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as functionDoor } from '@/app/api/views/function/route';
import type { FunctionReading } from '@/lib/contract/answers';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

let desk: Desk;
let riley: SignedIn;
beforeAll(async () => {
  desk = await openDesk({ world: 'demo' });
  riley = await desk.signedIn('riley');
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:441200879921:function:${name}`;
function ask(name: string): Promise<Response> {
  const query = new URLSearchParams({ scope: riley.session.scope, function: name });
  return functionDoor(requestTo(`/api/views/function?${query}`, { headers: { cookie: riley.cookie } }));
}
async function read(name: string): Promise<FunctionReading> {
  const answer = await ask(arnOf(name));
  expect(answer.status).toBe(200);
  return answer.json();
}

test('a function by three reads, and never by GetFunction', async () => {
  const { facts, problem } = await read('rotate-postgres');
  expect(problem).toBeUndefined();
  expect(facts).toMatchObject({
    ...{ exists: true, runtime: 'python3.12', timeoutSeconds: 60, state: 'Active', invocable: true },
    ...{ concurrencyAsked: true, logGroup: '/aws/lambda/rotate-postgres' },
    vpc: { securityGroups: [expect.stringMatching(/^sg-/)] },
  });
  expect((await desk.calls()).map(({ operation }) => operation).sort()).toEqual([
    'GetFunctionConcurrency',
    'GetFunctionConfiguration',
    'GetPolicy',
  ]);
});

test('one without a policy may not be invoked; one with no concurrency says so; one that is gone does not exist', async () => {
  expect((await read('rotate-mariadb')).facts).toMatchObject({ exists: true, invocable: false });
  expect((await read('rotate-logistics')).facts).toMatchObject({ reservedConcurrency: 0 });
  expect(await read('rotate-nothing')).toMatchObject({ facts: { exists: false } });
});

test('variables that are not of AWS’s templates stay on the server', async () => {
  await desk.control('infrastructure', {
    change: 'UpdateFunctionConfiguration',
    input: {
      FunctionName: 'rotate-media',
      Environment: { Variables: { EXCLUDE_PUNCTUATION: 'true', ADMIN_PASSWORD: 'hunter2' } },
    },
  });
  const { facts } = await read('rotate-media');
  expect(facts.environment).toEqual({ EXCLUDE_PUNCTUATION: 'true' });
});

test('what is refused is said, and the rest is shown', async () => {
  await desk.fault({ kind: 'deny', service: 'lambda', operation: 'GetPolicy' });
  const { facts, problem } = await read('rotate-postgres');
  expect(problem).toMatchObject({ code: 'access-denied', action: 'lambda:GetPolicy' });
  expect(facts).toMatchObject({ exists: true });
  expect(facts).not.toHaveProperty('invocable');
});

test('the door takes the ARN of a function and nothing else', async () => {
  for (const name of ['rotate-postgres', 'arn:aws:lambda:us-east-1.evil.example:441200879921:function:a']) {
    expect(await problemIn(await ask(name))).toMatchObject({ code: 'input-invalid' });
  }
});
