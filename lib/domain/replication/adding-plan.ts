import { actRefusal } from './act-refusal.ts';
import type { Cell, MatrixRow } from './cell.ts';
import { isSeen } from './judge-cell.ts';
import { planAct, withRegion } from './plan-act.ts';
import type { ReplicationCall } from './replication-call.ts';

/** One replica that would be added. */
export interface AddingStep {
  /** The primary's ARN and the region. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly region: string;
  readonly primaryRegion: string;
  readonly protected: boolean;
  readonly call?: ReplicationCall | undefined;
  /** Why it is left out. */
  readonly because?: string | undefined;
}

/** How replicas are to be added. */
export interface AddingChoice {
  /** A region; absent: whatever fleet rules find missing. */
  readonly region?: string | undefined;
  /** A KMS key for each region that is not to use its own `aws/secretsmanager`. */
  readonly keys: ReadonlyMap<string, string>;
  /** What is known of the account of a secret, by its key. */
  readonly accountOf: (key: string) => {
    readonly regions: readonly string[];
    /** Regions that cannot be read: nothing could be read back there. */
    readonly closed: ReadonlySet<string>;
  };
}

/** Which replicas adding would make, secret by secret; those that are there already have no step. Changes nothing. */
export function planAdding(rows: readonly MatrixRow[], choice: AddingChoice): AddingStep[] {
  return rows.flatMap((row) => cellsFor(row, choice.region).map((cell) => toStep(row, cell, choice)));
}

function cellsFor(row: MatrixRow, region: string | undefined): readonly Cell[] {
  if (region === undefined) return row.cells.filter(({ state, report }) => state === 'missing' && !report);
  const cell = withRegion(row, region).cells.find((one) => one.region === region);
  return cell && !cell.report && ['none', 'missing', 'twin'].includes(cell.state) ? [cell] : [];
}

function toStep(row: MatrixRow, { region, state }: Cell, { keys, accountOf }: AddingChoice): AddingStep {
  const { key, name, primaryRegion } = row.secret;
  const { regions, closed } = accountOf(key);
  const plan = planAct('add', withRegion(row, region), region, { key: keys.get(region) ?? '' });
  const because = !plan.possible
    ? actRefusal(plan.because)
    : !regions.includes(region)
      ? 'Its account does not have this region'
      : closed.has(region)
        ? 'The region cannot be read, so nothing could be read back'
        : state === 'twin'
          ? 'A secret of its own has the name there: it is overwritten one at a time or not at all'
          : undefined;
  return {
    ...{ id: `${key} ${region}`, key, name, region, primaryRegion },
    // What could not be read is handled with care.
    protected: !isSeen(row.primary) || row.primary.protected,
    ...(plan.possible && !because ? { call: plan.calls[0] } : { because }),
  };
}
