import { expect, test } from 'vitest';
import { regionCode } from './region-code.ts';

// region, code
const table = [
  ['us-east-1', 'use1'],
  ['us-east-2', 'use2'],
  ['us-west-1', 'usw1'],
  ['us-west-2', 'usw2'],
  ['us-gov-east-1', 'usge1'],
  ['us-gov-west-1', 'usgw1'],
  ['us-iso-east-1', 'usie1'],
  ['us-iso-west-1', 'usiw1'],
  ['us-isob-east-1', 'usibe1'],
  ['us-isof-south-1', 'usifs1'],
  ['eu-isoe-west-1', 'euiew1'],
  ['eusc-de-east-1', 'euscdee1'],
  ['af-south-1', 'afs1'],
  ['ap-east-1', 'ape1'],
  ['ap-east-2', 'ape2'],
  ['ap-northeast-1', 'apne1'],
  ['ap-northeast-3', 'apne3'],
  ['ap-south-1', 'aps1'],
  ['ap-southeast-1', 'apse1'],
  ['ap-southeast-2', 'apse2'],
  ['ca-central-1', 'cac1'],
  ['ca-west-1', 'caw1'],
  ['cn-north-1', 'cnn1'],
  ['cn-northwest-1', 'cnnw1'],
  ['eu-central-1', 'euc1'],
  ['eu-north-1', 'eun1'],
  ['eu-south-2', 'eus2'],
  ['eu-west-1', 'euw1'],
  ['il-central-1', 'ilc1'],
  ['me-central-1', 'mec1'],
  ['me-south-1', 'mes1'],
  ['mx-central-1', 'mxc1'],
  ['sa-east-1', 'sae1'],
] as const;

test.each(table)('%s is %s', (region, code) => {
  expect(regionCode(region)).toBe(code);
});

test('no two regions share a code', () => {
  expect(new Set(table.map(([region]) => regionCode(region))).size).toBe(table.length);
});
