import { paginateListSecrets } from '@aws-sdk/client-secrets-manager';
import type { InventoryLine } from '@/lib/contract/answers';
import type { Desk, SignedIn } from './console';
import { get } from './doors';

/** The regions of the operators' account, as the first line lists them. */
export const REGIONS = ['ap-southeast-2', 'eu-west-1', 'us-east-1', 'us-west-2'] as const;

/** The lines of one kind. */
export const linesOf = <K extends InventoryLine['kind']>(lines: readonly InventoryLine[], kind: K) =>
  lines.filter((line): line is Extract<InventoryLine, { kind: K }> => line.kind === kind);

/** The ARNs a region's pages hold, in order. */
export const arnsIn = (lines: readonly InventoryLine[], region: string) =>
  linesOf(lines, 'page').flatMap((page) => (page.region === region ? page.rows.map(({ arn }) => arn) : []));

/** What AWS itself lists in each region, the console apart. */
export async function listedByAws(desk: Desk): Promise<Record<string, string[]>> {
  const listed = REGIONS.map(async (region) => {
    const arns: string[] = [];
    const pages = paginateListSecrets({ client: desk.as('riley', region) }, { IncludePlannedDeletion: true });
    for await (const { SecretList = [] } of pages) arns.push(...SecretList.flatMap(({ ARN }) => ARN ?? []));
    return [region, arns] as const;
  });
  return Object.fromEntries(await Promise.all(listed));
}

/** A reading that is taken line by line, no faster than somebody asks. */
export interface OpenReading {
  /** The next lines that have arrived; empty at the end. */
  next(): Promise<InventoryLine[]>;
  /** All lines still to come. */
  rest(): Promise<InventoryLine[]>;
  /** Leaves in the middle. */
  leave(): Promise<void>;
}

/** Opens the inventory without reading any of it. */
export async function openReading(who: SignedIn, more: { regions?: string } = {}): Promise<OpenReading> {
  const response = await get(who, '/api/views/inventory', { scope: who.session.scope, ...more });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const reading: OpenReading = {
    async next() {
      const { value, done } = await reader.read();
      if (done) return [];
      const whole = (text + value).split('\n');
      text = whole.pop() ?? '';
      return whole.map((line) => JSON.parse(line));
    },
    async rest() {
      const lines: InventoryLine[] = [];
      for (let some = await reading.next(); some.length > 0; some = await reading.next()) lines.push(...some);
      return lines;
    },
    leave: () => reader.cancel(),
  };
  return reading;
}

/** How often one operator asked for a region's pages. */
export async function asked(desk: Desk, principal: string, region?: string): Promise<number> {
  const calls = (await desk.calls()).filter(
    (call) =>
      call.operation === 'ListSecrets' &&
      call.principal === principal &&
      (region === undefined || call.region === region),
  );
  return calls.reduce((sum, { count }) => sum + count, 0);
}
