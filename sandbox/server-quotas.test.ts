import { expect, test } from 'vitest';
import { openDesk } from './desk.ts';

const { aws, control } = openDesk();

const lookup = {
  service: 'cloudtrail',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents',
  },
};

test('a third lookup at once is throttled in AWS’s words, and CloudTrail knows', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => aws(lookup)));
  const refused = answers.filter(({ status }) => status === 400).map(({ text }) => JSON.parse(text));
  expect(refused.length).toBeGreaterThan(0);
  for (const body of refused)
    expect(body).toEqual({ __type: 'ThrottlingException', message: 'Rate exceeded' });

  await control('POST', 'clock', { advance: 'PT10M' });
  // A second later the bucket is full again.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { Events } = JSON.parse((await aws(lookup)).text);
  const codes = Events.map(
    (event: { CloudTrailEvent: string }) => JSON.parse(event.CloudTrailEvent).errorCode,
  );
  expect(codes.filter((code: string) => code === 'ThrottlingException')).toHaveLength(refused.length);
});
