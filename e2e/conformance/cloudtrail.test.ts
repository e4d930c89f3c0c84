import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { hasCli } from './secretsmanager-world.ts';

interface Listed {
  readonly EventId: string;
  readonly EventName: string;
  readonly EventTime: string;
  readonly ReadOnly: string;
  readonly Username: string;
  readonly CloudTrailEvent: string;
}

const run = promisify(execFile);

describe.skipIf(!hasCli)('the AWS CLI and CloudTrail', () => {
  let sandbox: RunningSandbox;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    sandbox = await startSandbox({ deliveryMs: 0 });
    const operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    }[];
    env = {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      AWS_ACCESS_KEY_ID: operators[0]?.accessKeyId,
      AWS_SECRET_ACCESS_KEY: operators[0]?.secretAccessKey,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
    };
    await aws('secretsmanager', 'create-secret', '--name', 'cli/db', '--secret-string', 'hunter2');
    for (const stage of ['AWSCURRENT', 'AWSCURRENT', 'AWSPENDING']) {
      const read = aws(
        'secretsmanager',
        'get-secret-value',
        '--secret-id',
        'cli/db',
        '--version-stage',
        stage,
      );
      await (stage === 'AWSPENDING' ? expect(read).rejects.toThrow('ResourceNotFoundException') : read);
    }
  });
  afterAll(() => sandbox.close());

  async function aws(...words: string[]): Promise<Record<string, unknown>> {
    const fixed = ['--endpoint-url', sandbox.url, '--region', 'us-east-1', '--output', 'json'];
    const { stdout } = await run('/usr/bin/aws', [...words, ...fixed], { env });
    return stdout.trim() === '' ? {} : JSON.parse(stdout);
  }

  async function lookup(...words: string[]): Promise<Listed[]> {
    return (await aws('cloudtrail', 'lookup-events', ...words)).Events as Listed[];
  }

  const named = (key: string, value: string) => [
    '--lookup-attributes',
    `AttributeKey=${key},AttributeValue=${value}`,
  ];

  test('finds what it has called, newest first, over pages', async () => {
    const events = await lookup(...named('EventSource', 'secretsmanager.amazonaws.com'), '--page-size', '3');
    expect(events.map(({ EventName, ReadOnly, Username }) => [EventName, ReadOnly, Username])).toEqual([
      ['GetSecretValue', 'true', 'riley'],
      ['GetSecretValue', 'true', 'riley'],
      ['GetSecretValue', 'true', 'riley'],
      ['CreateSecret', 'false', 'riley'],
    ]);
    expect(events[0]?.EventTime).toMatch(/^\d{4}-\d\d-\d\dT/);
    const records = events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent));
    expect(records[0]).toMatchObject({
      errorCode: 'ResourceNotFoundException',
      requestParameters: { secretId: 'cli/db', versionStage: 'AWSPENDING' },
      userAgent: expect.stringMatching(/^aws-cli\/2/),
      userIdentity: { type: 'IAMUser', userName: 'riley' },
    });
    expect(JSON.stringify(records)).not.toContain('hunter2');
  });

  test('finds one event by its id, and none outside of a time', async () => {
    const [created] = await lookup(...named('EventName', 'CreateSecret'));
    expect(await lookup(...named('EventId', created?.EventId ?? ''))).toEqual([created]);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await lookup(...named('EventName', 'CreateSecret'), '--start-time', later)).toEqual([]);
  });

  test('hears what is wrong with a lookup', async () => {
    const two = ['AttributeKey=EventName,AttributeValue=a', 'AttributeKey=EventId,AttributeValue=b'];
    await expect(lookup('--lookup-attributes', ...two)).rejects.toThrow(
      '(InvalidLookupAttributesException) when calling the LookupEvents operation: You can specify only one',
    );
    await expect(lookup('--start-time', '2026-01-02', '--end-time', '2026-01-01')).rejects.toThrow(
      'InvalidTimeRangeException',
    );
  });
});
