import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manySecrets } from './folded-for-tests.ts';
import { type Found, narrowed } from './narrowing.ts';
import { makeTextIndex, withWords } from './text-index.ts';
import { hasWords, wordsOf } from './words.ts';

const all = manySecrets(200);

test('typing on, deleting and typing anew find what asking at once would find', () => {
  const piece = fc.constantFrom('prod', '/', ' ', 'team-1', 'db-1', 'west', 'x', '2', '\u{7f}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (keys) => {
      let text = '';
      let found: Found | undefined;
      for (const key of keys) {
        text = key === '\u{7f}' ? text.slice(0, -1) : text + key;
        found = narrowed(all, text, found);
        expect(found.rows).toEqual(narrowed(all, text, undefined).rows);
      }
    }),
  );
});

test('the index of all finds what asking each of them finds', () => {
  const index = makeTextIndex(all);
  const text = fc.array(fc.constantFrom('prod', '/', ' ', 'team-1', 'db-1', 'west', 'x', '2', 'us-east-1'));
  fc.assert(
    fc.property(text, (parts) => {
      const words = wordsOf(parts.join(''));
      expect(withWords(all, index, words)).toEqual(all.filter((secret) => hasWords(secret, words)));
    }),
  );
  expect(withWords([], makeTextIndex([]), ['x'])).toEqual([]);
});

test('other secrets are asked anew, and the same question keeps its answer', () => {
  const found = narrowed(all, 'prod', undefined);
  expect(narrowed(all, 'prod', found)).toBe(found);
  expect(narrowed(manySecrets(3), 'prod/', found).rows).toHaveLength(1);
});
