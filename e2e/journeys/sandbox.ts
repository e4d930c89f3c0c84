import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { here } from './here.ts';

interface SandboxKeys {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Drives the local AWS as a test needs it: worlds and faults by its control API, everything else by AWS's own. */
export const sandbox = {
  reset: (world: 'demo' | 'empty') => post('/_sandbox/reset', { world, seed: 7 }),
  fault: (fault: Record<string, unknown>) => post('/_sandbox/faults', fault),
  heal: () => fetch(`${here.sandboxUrl}/_sandbox/faults`, { method: 'DELETE' }),
  forgetCalls: () => fetch(`${here.sandboxUrl}/_sandbox/calls`, { method: 'DELETE' }),
  advance: (duration: string) => post('/_sandbox/clock', { advance: duration }),
  /** Whether a database of the world lets somebody in now. */
  login: async (value: string): Promise<boolean> => {
    const { host, username: user, password } = JSON.parse(value);
    return Boolean((await post('/_sandbox/targets/login', { host, user, password })).accepted);
  },
  /** What a database does from now on: `closed` takes no connection. */
  change: (change: string, input: object) => post('/_sandbox/infrastructure', { change, input }),
  database: (database: Record<string, string>) => post('/_sandbox/targets', database),
  target: (host: string, health: 'up' | 'closed') => post('/_sandbox/targets', { host, health }),
  session: (name: string, seconds: number) => post('/_sandbox/sessions', { name, seconds }),
  /** How many seconds lie between two questions whether a code was approved. */
  pollEvery: (interval: number) => post('/_sandbox/identity-center', { interval }),
  endSession: (accessKeyId: string) => post('/_sandbox/sessions', { accessKeyId, seconds: 0 }),

  /** Keys of a role that riley has assumed beside the console. */
  assumed: async (RoleArn: string) => {
    const operators: SandboxKeys[] = await (await fetch(`${here.sandboxUrl}/_sandbox/operators`)).json();
    const credentials = operators.find(({ name }) => name === 'riley')!;
    const sts = new STSClient({ region: 'us-east-1', endpoint: here.sandboxUrl, credentials });
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'riley' }));
    sts.destroy();
    return { own: credentials, assumed: Credentials! };
  },

  /** How often AWS was asked for an operation since the calls were forgotten. */
  calls: async (operation: string): Promise<number> => {
    const calls: { operation: string; count: number }[] = await (
      await fetch(`${here.sandboxUrl}/_sandbox/calls`)
    ).json();
    return calls.filter((call) => call.operation === operation).reduce((sum, { count }) => sum + count, 0);
  },

  /** Another person's AWS client, beside the console. */
  as: async (name: string, region = 'us-east-1') => {
    const operators: SandboxKeys[] = await (await fetch(`${here.sandboxUrl}/_sandbox/operators`)).json();
    const { accessKeyId, secretAccessKey } = operators.find((operator) => operator.name === name)!;
    const credentials = { accessKeyId, secretAccessKey };
    return new SecretsManagerClient({ region, endpoint: here.sandboxUrl, credentials });
  },
};

async function post(path: string, body: unknown): Promise<Record<string, string>> {
  const response = await fetch(`${here.sandboxUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
