import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  type SecretListEntry,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toTrailRecord } from '@/lib/aws/to-event';
import { toSecretRow, toSecretVersion } from '@/lib/aws/to-secret';
import { attemptsOf } from '@/lib/domain/rotation/attempts-of';
import { endedByLabels } from '@/lib/domain/rotation/ended-by-labels';
import { opensNow } from '@/lib/domain/rotation/opens-now';
import { rotationEvents } from '@/lib/domain/rotation/rotation-events';
import { kindOf } from '@/lib/domain/rotation/rotation-kind';
import { isAbout } from '@/lib/domain/timeline/is-about';
import { toSecretEvent } from '@/lib/domain/timeline/to-secret-event';
import type { TrailRecord } from '@/lib/domain/timeline/trail-record';
import { type Desk, openDesk } from './console';

// What the console says of every password of the demo, against what the databases say.

const REGION = 'us-east-1';
const NAMES = ['RotateSecret', 'RotationStarted', 'RotationSucceeded', 'RotationFailed', 'RotationAbandoned'];

let desk: Desk;
let records: TrailRecord[];
beforeAll(async () => {
  desk = await openDesk({ world: 'demo', quotas: false, deliveryMs: 0 });
  const { credentials } = desk.session('riley');
  const trail = new CloudTrailClient({ endpoint: desk.url, region: REGION, credentials });
  records = [];
  for (const AttributeValue of NAMES) {
    let NextToken: string | undefined;
    do {
      const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue }];
      const page = await trail.send(new LookupEventsCommand({ LookupAttributes, NextToken }));
      records.push(...(page.Events ?? []).flatMap((event) => toTrailRecord(event) ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
  }
  trail.destroy();
}, 120_000);
afterAll(() => desk.close());

interface Claim {
  readonly name: string;
  readonly label: string;
  readonly verdict: string;
  readonly because: string;
  readonly opens: boolean;
}

/** What a label's version is said to do, and what it does; nothing where it cannot be tried. */
async function claimOf(entry: SecretListEntry, label: string): Promise<Claim | undefined> {
  const client = desk.as('riley', REGION);
  const row = toSecretRow(entry, REGION);
  const version = row?.holders[label];
  if (!row || !version || (row.primaryRegion !== undefined && row.primaryRegion !== REGION)) return undefined;
  const [value, current] = await Promise.all(
    [version, row.holders.AWSCURRENT ?? version].map((VersionId) =>
      client
        .send(new GetSecretValueCommand({ SecretId: row.arn, VersionId }))
        .then(({ SecretString }) => JSON.parse(SecretString ?? 'null'))
        .catch(() => undefined),
    ),
  );
  if (!value?.host || !value.username) return undefined;
  const opens = await desk.control('targets/login', {
    ...{ host: value.host, user: value.username, password: value.password },
  });
  const listed = await client.send(
    new ListSecretVersionIdsCommand({ SecretId: row.arn, IncludeDeprecated: true }),
  );
  const versions = (listed.Versions ?? []).flatMap((one) => toSecretVersion(one) ?? []);
  const events = records.filter((record) => isAbout(record, row.arn)).map(toSecretEvent);
  const { kind } = kindOf(row, {
    keys: Object.keys(value),
    user:
      version === row.holders.AWSCURRENT
        ? undefined
        : current?.username === value.username
          ? 'same'
          : 'other',
  });
  const attempts = endedByLabels(
    attemptsOf(rotationEvents(row.arn, events)),
    row.holders.AWSCURRENT,
    row.rotation.last,
  );
  const told = opensNow(version, {
    kind,
    versions,
    complete: true,
    attempts,
    lastRotated: row.rotation.last,
  });
  return { name: row.name, label, ...told, opens: Boolean(opens.accepted) };
}

test('what is said to be dead opens nothing, and what is said to work opens its database', async () => {
  const claims: Claim[] = [];
  for await (const page of paginateListSecrets({ client: desk.as('riley', REGION), pageSize: 100 }, {})) {
    for (const entry of page.SecretList ?? []) {
      if (!entry.RotationLambdaARN) continue;
      for (const label of ['AWSCURRENT', 'AWSPREVIOUS']) {
        const claim = await claimOf(entry, label);
        if (claim) claims.push(claim);
      }
    }
  }
  const wrong = claims.filter(
    ({ verdict, opens }) => (verdict === 'dead' && opens) || (verdict === 'works' && !opens),
  );
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  expect(wrong).toEqual([]);
  expect(count('works')).toBeGreaterThan(10);
  expect(count('dead')).toBeGreaterThan(10);
}, 120_000);
