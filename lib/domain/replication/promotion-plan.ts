import { arnInRegion } from '../arn.ts';
import type { CellState, LabelDifference, MatrixRow } from './cell.ts';
import { type ActRefusal, planAct } from './plan-act.ts';
import type { ReplicationCall } from './replication-call.ts';

/** One secret of a promotion plan: what would be promoted, and what speaks against it. */
export interface PromotionStep {
  readonly key: string;
  readonly name: string;
  /** The replica's ARN, in the region that is to stand alone. */
  readonly arn: string;
  readonly primaryRegion: string;
  readonly state: CellState;
  readonly serves?: string | undefined;
  readonly differs: readonly LabelDifference[];
  readonly call?: ReplicationCall | undefined;
  readonly because?: ActRefusal | undefined;
}

/** What it would take to make one region independent of the others. */
export interface PromotionPlan {
  readonly region: string;
  readonly steps: readonly PromotionStep[];
}

/** Plans the promotion of chosen secrets in one region; those with their primary there already have no step. */
export function planPromotion(rows: readonly MatrixRow[], region: string): PromotionPlan {
  const steps = rows.flatMap((row): PromotionStep[] => {
    const cell = row.cells.find((one) => one.region === region);
    if (!cell || ['primary', 'none', 'twin'].includes(cell.state) || row.secret.primaryRegion === region)
      return [];
    const plan = planAct('promote', row, region);
    return [
      {
        key: row.secret.key,
        name: row.secret.name,
        arn: arnInRegion(row.secret.key, region),
        primaryRegion: row.secret.primaryRegion,
        state: cell.state,
        // What another secret of the name serves is not this one's.
        serves: cell.twin ? undefined : cell.serves,
        differs: cell.differs ?? [],
        ...(plan.possible ? { call: plan.calls[0] } : { because: plan.because }),
      },
    ];
  });
  return { region, steps };
}
