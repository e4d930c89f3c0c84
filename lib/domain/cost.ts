/** What a secret costs a month in US dollars, its replicas apart: each of them counts as a secret. */
export interface CostEstimate {
  readonly secret: number;
  readonly replicas: number;
  readonly total: number;
}

/** US dollars a month for one secret or replica. https://aws.amazon.com/secrets-manager/pricing/ */
const PRICE = 0.4;

/**
 * An estimate at AWS's list price: requests, KMS keys and rotation functions are not in it, and prices of some regions
 * may differ. A secret scheduled for deletion costs nothing.
 * https://aws.amazon.com/secrets-manager/pricing/
 */
export function monthlyCost(replicas: number, deleted: boolean): CostEstimate {
  if (deleted) return { secret: 0, replicas: 0, total: 0 };
  return { secret: PRICE, replicas: replicas * PRICE, total: (1 + replicas) * PRICE };
}
