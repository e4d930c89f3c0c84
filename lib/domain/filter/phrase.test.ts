import { expect, test } from 'vitest';
import { phraseText } from './phrase.ts';
import { parseToken } from './token-text.ts';

// token, in words
test.each([
  ['region:us-east-1', 'Region is use1'],
  ['region:us-east-1,us-west-2', 'Region any of use1, usw2'],
  ['-region:us-east-1', 'Region is not use1'],
  ['-region:us-east-1,us-west-2', 'Region none of use1, usw2'],
  ['rotation:pending', 'Rotation is AWSPENDING left'],
  ['-tag:env=sandbox', 'Tag env is not sandbox'],
  ['tag:env=prod,env=stage', 'Tag env any of prod, stage'],
  ['tag:env', 'Tag env is set'],
  ['-tag:env', 'Tag env is not set'],
  ['tag:env=', 'Tag env is ""'],
  ['tag:env,team=pay', 'Tag any of env, team=pay'],
  ['tag:a=1,b=2', 'Tag any of a=1, b=2'],
  ['unused:90d', 'Unused for 90 d'],
  ['-unused:90d', 'Unused not for 90 d'],
  ['rotates:7d', 'Rotation window within 7 d'],
  ['changed:7d', 'Changed in the last 7 d'],
  ['-created:7d', 'Created not in the last 7 d'],
  ['changed:2026-11-01', 'Changed since 2026-11-01'],
  ['deleted', 'Scheduled for deletion'],
  ['-replicated', 'Not replicated'],
  ['service:', 'Owner service is none'],
  ['-service:,rds', 'Owner service none of none, rds'],
  ['key:arn:aws:kms:us-east-1:441200879921:key/1f', 'KMS key is key/1f'],
  ['name:prod', 'Name contains prod'],
  ['-name:prod,dev', 'Name does not contain any of prod, dev'],
  ['text:a b', 'Text contains a b'],
])('%s reads %s', (token, words) => {
  expect(phraseText(parseToken(token)!)).toBe(words);
});
