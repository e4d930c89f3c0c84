import { type FoldedSecret, foldSecrets } from '../fold.ts';
import type { SecretRow } from '../secret.ts';

const NOW = Date.parse('2026-11-19T03:42:00Z');

/** The clock and the regions the tables of this folder go by: everything was read. */
export const allRead = { now: NOW, unread: [] as readonly string[] };

/** The same with a region that was not read. */
export const without = (...unread: string[]) => ({ now: NOW, unread });

type Given = Partial<Omit<SecretRow, 'arn' | 'region'>>;

/** A secret as `regions` list it, the first one being its primary; `unread` ones are left out. */
export function secretIn(regions: readonly string[], given: Given = {}, unread: readonly string[] = []) {
  const name = given.name ?? 'prod/payments/db';
  const primaryRegion = regions.length > 1 ? { primaryRegion: regions[0]! } : {};
  const [secret] = foldSecrets(
    regions
      .filter((region) => !unread.includes(region))
      .map(
        (region): SecretRow => ({
          arn: `arn:aws:secretsmanager:${region}:441200879921:secret:${name}-AbCdEf`,
          name,
          region,
          tags: {},
          holders: { AWSCURRENT: 'c' },
          rotation: { enabled: false },
          ...primaryRegion,
          ...given,
        }),
      ),
  );
  return secret as FoldedSecret;
}

/** One that is in us-east-1 alone. */
export const secretWith = (given: Given = {}): FoldedSecret => secretIn(['us-east-1'], given);

/** As many secrets as a large account has, with tags, owners and regions of which some repeat. */
export function manySecrets(count: number): readonly FoldedSecret[] {
  const regions = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];
  return Array.from({ length: count }, (_, at) =>
    secretIn(at % 3 === 0 ? [regions[at % 4]!, regions[(at + 1) % 4]!] : [regions[at % 4]!], {
      name: `${['prod', 'stage', 'dev'][at % 3]}/team-${at % 40}/service-${at % 700}/db-${at}`,
      description: `Password of database ${at}, made by the platform`,
      tags: {
        env: ['prod', 'stage', 'sandbox'][at % 3]!,
        team: `team-${at % 40}`,
        app: `service-${at % 700}`,
      },
      created: '2024-02-01T00:00:00.000Z',
      changed: '2026-10-20T00:00:00.000Z',
      lastAccessed: at % 5 === 0 ? '2026-01-01' : '2026-11-18',
    }),
  );
}
