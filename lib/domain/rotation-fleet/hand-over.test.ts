import { expect, test } from 'vitest';
import type { RotationAttempt } from '../rotation/attempt.ts';
import type { FleetSecret } from './fleet-secret.ts';
import { groupFleet } from './group-fleet.ts';
import { type HandedGroup, type HandOver, handOverMarkdown } from './hand-over.ts';

const at = '2026-11-25T02:10:30.000Z';
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate-db';
const attempt: RotationAttempt = {
  ...{ arn: 'a', version: 'v2', test: false, began: at, last: at, outcome: 'failed' },
  failures: [{ at, step: 'setSecret', functionArn: FUNCTION }],
};
const secret = (name: string, evidence = 'Error at <b>setSecret</b>'): FleetSecret => ({
  secret: {
    ...{ key: name, name, primaryRegion: 'us-east-1', members: [] },
    shown: {
      ...{ arn: name, name, region: 'us-east-1', tags: {} },
      holders: { AWSCURRENT: 'aaaa-1', AWSPENDING: 'bbbb-2' },
      rotation: { enabled: true, functionArn: FUNCTION },
    },
  },
  state: { kind: 'gave-up', evidence, since: at },
  attempts: [attempt],
});
const handed = (secrets: readonly FleetSecret[], more: Partial<HandedGroup> = {}): HandedGroup => {
  const found = { cause: 'tls-failed', step: 'setSecret', certainty: 'certain' } as const;
  const [group] = groupFleet(secrets, new Map(secrets.map((one) => [one.secret.key, found])));
  return { group: group!, title: 'No TLS connection could be made', others: [], fixes: [], ...more };
};
const riley = { scope: '441200879921.riley', operator: 'arn:aws:iam::441200879921:user/riley' };
const note = (more: Partial<HandOver>, name = (text: string) => text) =>
  handOverMarkdown(
    {
      ...{ at, places: [riley] },
      ...{ reach: [{ region: 'us-east-1', words: 'back to 24 Nov' }], groups: [], acts: [], ...more },
    },
    { name, state: (kind) => kind },
  );

test('a group is handed over with its cause, how sure it is, since when, its secrets and what to do', () => {
  const fixes = [
    { what: 'Renew the certificate', command: 'aws acm list-certificates\naws x' },
    { what: 'Retry' },
  ];
  const suspects = [
    {
      at,
      by: 'role/ci',
      name: 'UpdateSecret',
      what: 'prod/a',
      region: 'us-east-1',
      certainty: 'likely',
    } as const,
  ];
  const text = note({
    groups: [handed([secret('prod/a'), secret('prod/b')], { fixes, suspects, others: ['x (possible)'] })],
  });
  expect(text).toContain('# Rotation, handed over 2026-11-25 02:10\n');
  expect(text).toContain(
    'Account and role `441200879921.riley`, by arn:aws:iam::441200879921:user/riley. 2 secrets in 1 group.',
  );
  expect(text).not.toContain('- Account:');
  expect(text).toContain('## 1. No TLS connection could be made: 2 secrets\n');
  expect(text).toContain('- Cause (certain): No TLS connection could be made. Also possible: x (possible)\n');
  expect(text).toContain(
    '- Function: `rotate-db`, stops at setSecret\n- Regions: us-east-1\n- Since: 2026-11-25 02:10\n',
  );
  expect(text).toContain(
    '- Changed before it (likely, not proven): 2026-11-25 02:10 role/ci: UpdateSecret of prod/a in',
  );
  expect(text).toContain('| `prod/a` | us-east-1 | gave-up | 1 | v bbbb |\n');
  expect(text).toContain(
    '1. Renew the certificate\n\n   ```sh\n   aws acm list-certificates\n   aws x\n   ```\n\n2. Retry\n',
  );
  expect(text).toContain(
    '## Left to do\n\n1. No TLS connection could be made (`rotate-db`): 2 secrets. First: Renew the certificate. AWSPENDING is left behind on 2.\n',
  );
  expect(text).toContain('- us-east-1: back to 24 Nov\n');
});

test('of several accounts the note names each, and says of every group and act which it is of', () => {
  const away = {
    scope: '602733145908.viewer',
    operator: 'arn:aws:sts::602733145908:assumed-role/viewer/riley',
  };
  const account = '6027-3314-5908 as viewer';
  const text = note({
    places: [riley, away],
    groups: [handed([secret('a')], { account })],
    acts: [{ at, name: 'a', words: 'turned rotation off', account: '6027-3314-5908' }],
  });
  expect(text).toContain(
    'Accounts and roles `441200879921.riley`, by arn:aws:iam::441200879921:user/riley; ',
  );
  expect(text).toContain(
    '; `602733145908.viewer`, by arn:aws:sts::602733145908:assumed-role/viewer/riley. 1 ',
  );
  expect(text).toContain('- Account: 6027-3314-5908 as viewer\n- Cause (certain)');
  expect(text).toContain('(`rotate-db`) in 6027-3314-5908 as viewer: 1 secret.');
  expect(text).toContain('- 2026-11-25 02:10 `a` of 6027-3314-5908: turned rotation off\n');
});

test('what was not looked for is not told as none', () => {
  expect(note({ groups: [handed([secret('a')])] })).toContain('Changes before it: not looked for');
  expect(note({ groups: [handed([secret('a')], { suspects: [] })] })).toContain('none found that fits');
  const [unread] = groupFleet([secret('a')]);
  expect(note({ groups: [{ ...handed([secret('a')]), group: unread! }] })).toContain('Cause: not known');
});

test('what was done is told with its time and reason; with nothing open it says so', () => {
  const acts = [{ at, name: 'prod/a', words: 'turned rotation off', reason: 'INC_1' }];
  const text = note({ acts });
  expect(text).toContain('- 2026-11-25 02:10 `prod/a`: turned rotation off, because “INC\\_1”\n');
  expect(text).toContain('## Left to do\n\nNothing is open.\n');
  expect(note({})).toContain('## Done in this session\n\nNothing.\n');
});

test('no form, link or HTML comes out of what AWS or somebody wrote', () => {
  const text = note({ groups: [handed([secret('a', '<img src=x> [a](b) | `c`')], { title: 'a | b' })] });
  expect(text).toContain('\\<img src=x\\> \\[a\\](b) \\| \\`c\\`');
  expect(text).toContain('## 1. a \\| b: 1 secret');
});

test('names are written as the screen may show them, and a long list is cut', () => {
  const text = note(
    { groups: [handed(Array.from({ length: 60 }, (_, at) => secret(`prod/${at}`)))] },
    () => '••••',
  );
  expect(text).not.toContain('prod/');
  expect(text).toContain('And 10 more.');
});
