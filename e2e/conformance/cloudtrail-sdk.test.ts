import {
  CloudTrailClient,
  type LookupAttribute,
  LookupEventsCommand,
  paginateLookupEvents,
} from '@aws-sdk/client-cloudtrail';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

let sandbox: RunningSandbox;
let trail: CloudTrailClient;
let hasty: CloudTrailClient;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  sandbox = await startSandbox({ deliveryMs: 0, resourceLookup: 'arn' });
  const operators = await (await fetch(`${sandbox.url}/_sandbox/operators`)).json();
  const { accessKeyId, secretAccessKey } = operators[0];
  const options = {
    region: 'us-east-1',
    endpoint: sandbox.url,
    credentials: { accessKeyId, secretAccessKey },
  };
  // Two lookups a second are allowed, so a patient client is needed to make three.
  trail = new CloudTrailClient({ ...options, maxAttempts: 10 });
  hasty = new CloudTrailClient({ ...options, maxAttempts: 1 });
  secrets = new SecretsManagerClient({ ...options, maxAttempts: 1 });
});
afterAll(async () => {
  trail.destroy();
  hasty.destroy();
  secrets.destroy();
  await sandbox.close();
});

const by = (AttributeKey: LookupAttribute['AttributeKey'], AttributeValue: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

test('the SDK pages through events, and finds a secret’s by its ARN where that is switched on', async () => {
  const made = [];
  for (const Name of ['sdk/a', 'sdk/b', 'sdk/c'])
    made.push(await secrets.send(new CreateSecretCommand({ Name })));
  const pages = paginateLookupEvents({ client: trail, pageSize: 2 }, by('EventName', 'CreateSecret'));
  const records = [];
  for await (const { Events = [] } of pages) {
    for (const { EventTime, CloudTrailEvent = '' } of Events) {
      expect(EventTime).toBeInstanceOf(Date);
      records.push(JSON.parse(CloudTrailEvent));
    }
  }
  expect(records.map(({ requestParameters }) => requestParameters.name)).toEqual(['sdk/c', 'sdk/b', 'sdk/a']);
  const ARN = made[1]?.ARN ?? '';
  const { Events } = await trail.send(new LookupEventsCommand(by('ResourceName', ARN)));
  expect(Events).toMatchObject([
    {
      EventName: 'CreateSecret',
      Resources: [{ ResourceName: ARN, ResourceType: 'AWS::SecretsManager::Secret' }],
    },
  ]);
});

test('the SDK knows the refusals by name, throttling too', async () => {
  const wrong = trail.send(new LookupEventsCommand({ MaxResults: 51 }));
  await expect(wrong).rejects.toMatchObject({
    name: 'InvalidMaxResultsException',
    message: 'MaxResults must be from 1 to 50.',
  });
  const many = Array.from({ length: 40 }, () => hasty.send(new LookupEventsCommand({})));
  const answers = await Promise.allSettled(many);
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) {
    expect(reason).toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
  }
});
