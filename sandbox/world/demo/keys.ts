import { HOME } from '../../services/iam/state.ts';
import type { Stage } from './history.ts';
import { REGIONS } from './names.ts';
import { SHARED } from './people.ts';
import { DAY } from './script.ts';

/** Older than any secret that uses them. */
const BORN = 425 * DAY;

/** Makes the customer keys of both accounts, by alias; the other account's opens for the readers of this one. */
export function makeKeys({ script, people: { riley, sharedAdmin } }: Stage): void {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${SHARED}:root` }, Action: 'kms:*', Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${HOME}:root` },
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
        Resource: '*',
      },
    ],
  });
  for (const region of REGIONS) {
    for (const [actor, alias, input] of [
      [riley, 'alias/payments', { Description: 'Logins and keys of the payments team' }],
      [sharedAdmin, 'alias/shared', { Description: 'Read by other accounts too', Policy: policy }],
    ] as const) {
      script.happen(BORN, ({ run }) => {
        const { principal, caller } = actor;
        const made = run(principal, region, 'kms', 'CreateKey', input, caller);
        const { KeyId } = made.KeyMetadata as { readonly KeyId: string };
        run(principal, region, 'kms', 'CreateAlias', { AliasName: alias, TargetKeyId: KeyId }, caller);
      });
    }
  }
}
