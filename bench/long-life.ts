import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How many versions a long life has seen, and how many events CloudTrail has of it. AWS keeps the last hundred. */
export const LONG = { versions: 120, events: 2_000 } as const;

/** What it is called, and where it is. */
export const LONG_NAME = 'bench/long-life';
export const LONG_REGION = 'us-east-1';
/** Sixty days, in seconds. */
const SPAN = 60 * 86_400;

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** The file of a world with one secret: a new value now and then, and a label that is moved in between. */
export function longLifeFile(): `${string}.json` {
  const path = `${mkdtempSync(join(tmpdir(), 'keyturn-bench-'))}/long-life.json` as const;
  writeFileSync(path, JSON.stringify({ scenes: scenes() }));
  return path;
}

function scenes(): object[] {
  const every = LONG.events / LONG.versions;
  let latest = 0;
  let marked: number | undefined;
  return Array.from({ length: LONG.events }, (_, at) => {
    const when = {
      at: `-PT${Math.round(SPAN - (at * (SPAN - 1_800)) / LONG.events)}S`,
      as: 'riley',
      region: LONG_REGION,
    };
    if (at === 0) {
      return { ...when, operation: 'CreateSecret', input: { Name: LONG_NAME, ...putOf(0) } };
    }
    if (Math.floor(at / every) > latest) {
      latest += 1;
      const input = { SecretId: LONG_NAME, ...putOf(latest) };
      return { ...when, operation: 'PutSecretValue', input };
    }
    const from = marked === undefined ? {} : { RemoveFromVersionId: idOf(marked) };
    marked = marked === latest && latest > 0 ? latest - 1 : latest;
    if ('RemoveFromVersionId' in from && from.RemoveFromVersionId === idOf(marked)) return removal(when);
    const input = { SecretId: LONG_NAME, VersionStage: 'known-good', ...from, MoveToVersionId: idOf(marked) };
    return { ...when, operation: 'UpdateSecretVersionStage', input };
  });

  function removal(when: object): object {
    const input = { SecretId: LONG_NAME, VersionStage: 'known-good', RemoveFromVersionId: idOf(marked ?? 0) };
    marked = undefined;
    return { ...when, operation: 'UpdateSecretVersionStage', input };
  }
}

const putOf = (at: number) => ({ ClientRequestToken: idOf(at), SecretString: `{"n":${at}}` });
