import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { resultsOf } from '@/components/search/results-of';
import { secretIn } from '@/lib/domain/filter/folded-for-tests';
import { foldKey } from '@/lib/domain/fold';

const [OURS, THEIRS] = ['441200879921', '602733145908'];
const places = [`${OURS}.riley`, `${THEIRS}.viewer`].map((scope) => ({
  ...{ scope, account: scope.slice(0, 12), name: 'riley', arn: '', protected: false },
}));

/** The same name in both accounts. */
const all = [OURS, THEIRS].map((account) => {
  const secret = secretIn(['us-east-1'], {
    name: 'prod/db',
    holders: { AWSCURRENT: `${account}-0000-0000-0000-000000000000` },
  });
  const shown = { ...secret.shown, arn: secret.shown.arn.replace(OURS!, account!) };
  return {
    ...secret,
    key: foldKey(shown),
    shown,
    members: secret.members.map((one) => ({ ...one, row: shown })),
  };
});

const found = (text: string, held = places, among = all) =>
  resultsOf({ scope: places[0]!.scope, places: held }, among, text).map(({ path, words }) => {
    const shown = renderToStaticMarkup(words)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return `${new URL(path, 'http://x').searchParams.get('scope')}: ${shown}`;
  });

test('a name that is in two accounts is two results, each with its account and opened as whom it was read', () => {
  expect(found('prod/db')).toEqual([
    `${OURS}.riley: prod/ db 4412-0087-9921 use1`,
    `${THEIRS}.viewer: prod/ db 6027-3314-5908 use1`,
    `${OURS}.riley: Filter the table by prod/db`,
  ]);
});

test('an ARN and a version lead into their account; one that nobody reads is asked as the page works', () => {
  expect(found(all[1]!.shown.arn)).toEqual([`${THEIRS}.viewer: prod/ db 6027-3314-5908 us-east-1`]);
  expect(found('6027331459')).toEqual(
    expect.arrayContaining([expect.stringContaining(`${THEIRS}.viewer: prod/ db 6027-3314-5908 v `)]),
  );
  expect(found(all[1]!.shown.arn.replace(THEIRS!, '917350284466'))).toEqual([
    `${OURS}.riley: prod/ db 9173-5028-4466 us-east-1`,
  ]);
});

test('with one account nobody needs to be told which', () => {
  expect(found('prod/db', places.slice(0, 1), all.slice(0, 1))).toEqual([
    `${OURS}.riley: prod/ db use1`,
    `${OURS}.riley: Filter the table by prod/db`,
  ]);
});
