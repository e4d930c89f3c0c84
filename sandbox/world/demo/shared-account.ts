import { HOME } from '../../services/iam/state.ts';
import type { Stage } from './history.ts';
import { REGIONS } from './names.ts';
import { SHARED } from './people.ts';
import { DAY, HOUR } from './script.ts';
import { descriptionFor, valueFor } from './values.ts';

const KINDS = ['wildcard-tls-cert', 'ldap-bind', 'artifactory-token', 'license-key', 'mail-relay', 'vpn-psk'];
const SERVICES = ['network', 'directory', 'build', 'observability', 'mail', 'backup', 'registry', 'desktop'];

/** Read from the operators' account by ARN, by teams of theirs. */
const LENT: { readonly [name: string]: readonly string[] } = {
  'shared/registry/artifactory-token': ['platform', 'payments', 'orders'],
  'shared/mail/mail-relay': ['notifications', 'identity'],
  'shared/observability/license-key': ['platform', 'edge'],
};

/** The account of the shared services: secrets of its own, three of which other accounts may read. */
export function writeSharedAccount(stage: Stage): void {
  const { script, random, people } = stage;
  const by = people.sharedAdmin;
  // The way in, as CloudTrail keeps it in both accounts.
  for (const days of [70, 30, 4]) {
    const RoleArn = `arn:aws:iam::${SHARED}:role/OrganizationAccountAccessRole`;
    const input = { RoleArn, RoleSessionName: 'riley' };
    script.add(days * DAY, people.riley, 'us-east-1', 'AssumeRole', input, { service: 'sts' });
  }
  for (const [at, service] of SERVICES.entries()) {
    for (const kind of KINDS) {
      const name = `shared/${service}/${kind}`;
      const region = REGIONS[(at + kind.length) % REGIONS.length]!;
      const home = LENT[name] ? 'us-east-1' : region;
      const born = (95 + random.next() * 300) * DAY;
      script.add(born, by, home, 'CreateSecret', {
        Name: name,
        ClientRequestToken: random.uuid(),
        Description: descriptionFor(name, service),
        KmsKeyId: 'alias/shared',
        Tags: [
          { Key: 'owner', Value: service },
          { Key: 'env', Value: 'prod' },
        ],
        ...(random.next() < 0.4
          ? {
              AddReplicaRegions: [{ Region: REGIONS.find((one) => one !== home)!, KmsKeyId: 'alias/shared' }],
            }
          : {}),
        ...valueFor(random, name),
      });
      script.add(random.next() * 85 * DAY + HOUR, by, home, 'PutSecretValue', {
        ...{ SecretId: name, ClientRequestToken: random.uuid(), ...valueFor(random, name) },
      });
    }
  }
  for (const [name, teams] of Object.entries(LENT)) lend(stage, name, teams);
}

/** A policy lets the operators' account in; its applications read by the full ARN, which is known once it is made. */
function lend({ script, random, people }: Stage, name: string, teams: readonly string[]): void {
  const region = 'us-east-1';
  script.add(90 * DAY, people.sharedAdmin, region, 'PutResourcePolicy', {
    SecretId: name,
    ResourcePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Sid: 'Production',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${HOME}:root` },
        Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        Resource: '*',
      },
    }),
    BlockPublicPolicy: true,
  });
  for (const team of teams) {
    const { principal, caller } = people.application(team);
    for (let day = 0; day < 80; day += 4) {
      script.happen((day + random.next() * 3) * DAY + HOUR, ({ run, state }) => {
        const SecretId = state.secretsManager.regions.get(`${SHARED}/${region}`)?.get(name)?.arn;
        run(principal, region, 'secretsmanager', 'GetSecretValue', { SecretId }, caller);
      });
    }
  }
}
