import type { Build } from '../build.ts';
import { REGIONS } from './names.ts';
import { DAY } from './script.ts';

/** The customer keys of the company, by alias, older than any secret that uses them. */
const KEYS = [{ alias: 'alias/payments', description: 'Logins and keys of the payments team' }] as const;

/** Makes the company's KMS keys in each of its regions. */
export function makeKeys({ run, clock, operators }: Build): void {
  clock.set(new Date(clock.end.getTime() - 430 * DAY));
  for (const region of REGIONS) {
    for (const { alias, description } of KEYS) {
      const made = run(operators.riley, region, 'kms', 'CreateKey', { Description: description });
      const { KeyId } = made.KeyMetadata as { readonly KeyId: string };
      run(operators.riley, region, 'kms', 'CreateAlias', { AliasName: alias, TargetKeyId: KeyId });
    }
  }
}
