import { Raised } from '../failure.ts';
import { boto } from '../python.ts';
import { storeOnce, template } from './checks.ts';

const notWritten = () => {
  throw new Raised('NotImplementedError', '');
};

/**
 * The generic template as it comes: whoever deploys it has to write two of its steps.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_available-rotation-templates.html
 */
export const unedited = template({
  *createSecret(around) {
    yield* boto(around, 'GetSecretValue', { SecretId: around.event.SecretId, VersionStage: 'AWSCURRENT' });
    yield* storeOnce(around, (password) => password);
  },
  // biome-ignore lint/correctness/useYield: raises before anything is asked.
  *setSecret() {
    notWritten();
  },
  // biome-ignore lint/correctness/useYield: raises before anything is asked.
  *testSecret() {
    notWritten();
  },
});
