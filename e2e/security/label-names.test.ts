import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from '../routes/console';
import { moveLabel, problemIn, reading } from '../routes/doors';
import { makeSecret } from '../routes/secrets';

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());

// A label may be called almost anything, also what every object of the language already has.
describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a label called %s',
  (label) => {
    test('is put on a version, moves, and is shown where it is', async () => {
      const { arn, versions } = await makeSecret(desk.as('riley'), `labels/${label}`);
      const [first = '', second = ''] = versions;
      const holder = async () => {
        const seen = await reading(riley, arn);
        return Object.entries(seen.secret?.holders ?? {}).find(([name]) => name === label)?.[1];
      };
      expect(await holder()).toBeUndefined();
      expect((await moveLabel(riley, arn, { to: first, label })).status).toBe(200);
      expect(await holder()).toBe(first);
      expect((await moveLabel(riley, arn, { from: first, to: second, label })).status).toBe(200);
      expect(await holder()).toBe(second);
      const stale = await problemIn(await moveLabel(riley, arn, { from: first, to: second, label }));
      expect(stale.code).toBe('label-moved');
      expect({}).not.toHaveProperty('AWSCURRENT');
    });

    test('has not moved when AWS refuses it for another reason', async () => {
      const { arn } = await makeSecret(desk.as('riley'), `labels/unknown/${label}`);
      const response = await moveLabel(riley, arn, { to: 'nobody-made-this-version-0000000001', label });
      expect((await problemIn(response)).code).toBe('state-refused');
    });
  },
);
