import type { DirectAws } from './aws.ts';
import type { BrowserSession } from './browser-session.ts';
import { type Counter, spell } from './counter.ts';
import type { Answer } from './http.ts';
import { exactly, type Result } from './report.ts';

const PAGE = 100;

/** What each view and the write of a rollback ask of AWS, against the least that can be asked. */
export async function countCalls(
  session: BrowserSession,
  aws: DirectAws,
  counter: Counter,
  region: string,
): Promise<Result[]> {
  const { scope } = session;
  const { arn, current, previous } = await aws.secret(region, 'bench/rolled-back');
  const counts = await Promise.all((await aws.regions()).map((name) => aws.count(name)));
  const pages = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / PAGE)), 0);
  const query = (fields: Record<string, string>) => new URLSearchParams({ scope, ...fields });

  const inventory = await counter.during(async () => {
    const { text } = await good(session.get(`/api/views/inventory?${query({})}`));
    const rows = text.split('\n').filter((line) => line.includes('"kind":"page"'));
    if (rows.length !== pages) throw new Error(`The inventory has ${rows.length} pages, not ${pages}.`);
  });
  const secret = await counter.during(() => good(session.get(`/api/views/secret?${query({ arn })}`)));
  const write = await counter.during(() =>
    good(
      session.post(`/api/secretsmanager/${scope}/${region}/UpdateSecretVersionStage`, {
        input: {
          SecretId: arn,
          VersionStage: 'AWSCURRENT',
          RemoveFromVersionId: current,
          MoveToVersionId: previous,
        },
        reason: 'bench',
      }),
    ),
  );
  const secrets = counts.reduce((sum, count) => sum + count, 0);
  return [
    exactly(
      `AWS calls: inventory (${secrets} secrets, ${counts.length} regions)`,
      inventory,
      least({ ListRegions: 1, ListSecrets: pages }),
    ),
    exactly('AWS calls: secret', secret, least({ DescribeSecret: 1, ListSecretVersionIds: 1 })),
    exactly('AWS calls: rollback', write, least({ UpdateSecretVersionStage: 1 })),
  ];
}

const least = (counts: Record<string, number>) => spell(new Map(Object.entries(counts)));

async function good(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== 200)
    throw new Error(`A door answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  return answer;
}
