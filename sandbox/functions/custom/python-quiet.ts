import { Raised } from '../failure.ts';
import { storeOnce, template } from '../template/checks.ts';
import { canConnect } from '../template/connect.ts';
import { FLAVOURS } from '../template/flavours.ts';
import { dumps, secretDict } from '../template/secret-dict.ts';

const flavour = FLAVOURS.mariadb;

/** A house function whose author caught every error and kept the reason to himself. */
export const pythonQuiet = template({
  *createSecret(around) {
    const current = yield* secretDict(around, flavour, { arn: around.event.SecretId, stage: 'AWSCURRENT' });
    yield* storeOnce(around, (password) => dumps({ ...current, password }));
  },
  *setSecret(around) {
    const { SecretId: arn, ClientRequestToken: token } = around.event;
    const pending = yield* secretDict(around, flavour, { arn, stage: 'AWSPENDING', token });
    yield around.about(400);
    if (yield* canConnect(around, flavour, pending)) return;
    around.log('INFO', 'step ended with status 2');
    throw new Raised('Exception', 'step ended with status 2');
  },
  *testSecret(around) {
    yield around.about(5);
  },
});
