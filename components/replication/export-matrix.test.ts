import { expect, test, vi } from 'vitest';
import type { AccountSide } from '@/lib/client/replication/account-sides';
import { createReader } from '@/lib/client/replication/reader';
import { saveFile } from '@/lib/client/save-file';
import { exportMatrix } from './export-matrix';

vi.mock('@/lib/client/save-file', () => ({ saveFile: vi.fn() }));

const side = (account: string, regions: string[], closed: string[]): AccountSide => {
  const scope = `${account}.riley`;
  return {
    ...{ account, scope, regions },
    reader: createReader(scope),
    listing: new Set(),
    closed: new Set(closed),
  };
};

// sides, whether of several accounts, its file, the regions it covers with how they were read
test.each([
  [
    [side('111122223333', ['us-east-1', 'eu-west-1', 'sa-east-1'], ['eu-west-1'])],
    false,
    /^keyturn-replication-111122223333\.riley-/,
    ['us-east-1 read', 'eu-west-1 not readable'],
  ],
  [
    [
      side('111122223333', ['us-east-1', 'eu-west-1'], []),
      side('444455556666', ['eu-west-1'], ['eu-west-1']),
    ],
    true,
    /^keyturn-replication-2-accounts-/,
    [
      '1111-2222-3333 us-east-1 read',
      '1111-2222-3333 eu-west-1 read',
      '4444-5555-6666 eu-west-1 not readable',
    ],
  ],
])('an export says what it covers: %#', (sides, fleet, name, cover) => {
  const state = { fleet, ended: true, regions: [] };
  const matrix = { rows: [], regions: ['us-east-1', 'eu-west-1'], closed: new Map(), reading: false };
  exportMatrix({ sides, state, ...matrix }, 'json');
  const [file, , text] = vi.mocked(saveFile).mock.lastCall!;
  expect(file).toMatch(name);
  const { regions } = JSON.parse(text) as { regions: { region: string; state: string }[] };
  expect(regions.map((one) => `${one.region} ${one.state}`)).toEqual(cover);
});
