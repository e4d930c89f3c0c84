import { expect, test } from 'vitest';
import { toSecretEvent } from '@/lib/domain/timeline/to-secret-event';
import { toTrailRecord } from './to-event';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/app/db-a1b2c3';
const VERSION = '7ac47c8c-f328-423b-9698-6926dd1f293e';
const event = (record: object) => ({
  EventId: 'e1',
  EventName: 'x',
  EventTime: new Date('2026-10-01T00:50:02Z'),
  CloudTrailEvent: JSON.stringify({
    eventSource: 'secretsmanager.amazonaws.com',
    eventTime: '2026-10-01T00:50:02Z',
    eventType: 'AwsApiCall',
    ...record,
  }),
});

test('a service event names its secret and its version where nothing else does', () => {
  const record = toTrailRecord(
    event({
      eventName: 'RotationFailed',
      eventType: 'AwsServiceEvent',
      userIdentity: { accountId: '123456789012', invokedBy: 'secretsmanager.amazonaws.com' },
      requestParameters: null,
      responseElements: null,
      additionalEventData: { SecretId: ARN },
      errorMessage:
        'Error when executing lambda arn:aws:lambda:us-east-1:123456789012:function:Rotate during setSecret step',
      requestID: `Rotation-${ARN}-${VERSION}`,
    }),
  );
  expect(record).toMatchObject({ about: ARN, byService: true });
  expect(record && toSecretEvent(record)).toMatchObject({
    actor: { kind: 'service', name: 'secretsmanager.amazonaws.com' },
    effect: { kind: 'rotation', step: 'failed', version: VERSION },
    error: { code: '' },
  });
});

test('members that are not known travel no further, a value least of all', () => {
  const record = toTrailRecord(
    event({
      eventName: 'PutSecretValue',
      userIdentity: { type: 'IAMUser', userName: 'ops', principalId: 'AIDAEXAMPLE', secret: 'hunter2' },
      requestParameters: {
        secretId: ARN,
        clientRequestToken: VERSION,
        secretString: 'hunter2',
        description: 'hunter2',
      },
      responseElements: { aRN: ARN, secretString: 'hunter2' },
      tlsDetails: { clientProvidedHostHeader: 'hunter2' },
    }),
  );
  expect(JSON.stringify(record)).not.toContain('hunter2');
  expect(record).toMatchObject({ asked: { secretId: ARN, token: VERSION }, answered: { arn: ARN } });
});

test.each([
  ['no record', {}],
  ['no JSON', { CloudTrailEvent: '{' }],
  ['another service', event({ eventName: 'Decrypt', eventSource: 'kms.amazonaws.com' })],
  ['no name', event({})],
  ['no time', { ...event({ eventName: 'PutSecretValue', eventTime: 'soon' }) }],
  ['a list', { EventId: 'e1', CloudTrailEvent: '[1]' }],
])('%s is no event', (_named, given) => {
  expect(toTrailRecord(given)).toBeUndefined();
});
