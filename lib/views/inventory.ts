import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import { defaultRegions, readEnabledRegions } from '@/lib/aws/regions';
import { readSecretPages } from '@/lib/aws/secrets';
import type { InventoryLine } from '@/lib/contract/answers';
import { merge } from './merge';

/** Which regions an operator works in: the sign-in's own, and those configuration names, if any. */
export interface RegionChoice {
  readonly home: string;
  readonly configured: readonly string[];
  /** Asked for by the browser: reads these alone. */
  readonly asked?: readonly string[] | undefined;
}

/** Every secret of every region, all regions at once, page by page; ends with `end` whatever fails. */
export async function* readInventory(
  operator: AwsOperator,
  choice: RegionChoice,
  signal: AbortSignal,
): AsyncGenerator<InventoryLine> {
  const first = await readRegions(operator, choice, signal);
  if (!choice.asked) yield first;
  yield* merge(first.regions.map((region) => readRegion(operator, region, signal)));
  yield { kind: 'end' };
}

type RegionsLine = Extract<InventoryLine, { kind: 'regions' }>;

async function readRegions(
  operator: AwsOperator,
  choice: RegionChoice,
  signal: AbortSignal,
): Promise<RegionsLine> {
  const known = choice.asked ?? choice.configured;
  if (known.length > 0) return { kind: 'regions', regions: known, source: 'configuration' };
  try {
    const { regions, at } = await readEnabledRegions(operator, choice.home, signal);
    return { kind: 'regions', regions, source: 'account', at };
  } catch (cause) {
    const { problem } = toAwsProblem(cause, { action: 'account:ListRegions', region: choice.home });
    return { kind: 'regions', regions: defaultRegions(choice.home), source: 'fallback', problem };
  }
}

async function* readRegion(
  operator: AwsOperator,
  region: string,
  signal: AbortSignal,
): AsyncGenerator<InventoryLine> {
  let pages = 0;
  let at = '';
  try {
    for await (const page of readSecretPages(operator, region, signal)) {
      pages = page.page;
      at = page.at;
      yield { kind: 'page', region, ...page };
    }
    yield { kind: 'region-done', region, pages, at };
  } catch (cause) {
    const { problem } = toAwsProblem(cause, { action: 'secretsmanager:ListSecrets', region });
    yield { kind: 'region-failed', region, problem };
  }
}
