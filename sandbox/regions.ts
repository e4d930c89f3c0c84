/** A region as the Account service speaks of it. */
export interface Region {
  readonly RegionName: string;
  readonly RegionOptStatus: 'ENABLED' | 'ENABLING' | 'DISABLING' | 'DISABLED' | 'ENABLED_BY_DEFAULT';
}

const enabled = (RegionName: string): Region => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' });
const disabled = (RegionName: string): Region => ({ RegionName, RegionOptStatus: 'DISABLED' });

/** Opt-in regions nobody has opted into. */
const OPT_IN = ['af-south-1', 'ap-east-1', 'eu-south-1', 'me-central-1'].map(disabled);

/** The regions the company of a built world works in; the others it does not know. */
const COMPANY: readonly Region[] = [
  ...['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'].map(enabled),
  ...OPT_IN,
];

/**
 * The regions of an account as AWS opens it.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const NEW_ACCOUNT: readonly Region[] = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'ap-south-1'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-southeast-1', 'ap-southeast-2'],
]
  .map(enabled)
  .concat(OPT_IN);

/** How many regions an account can be used in: the company's four, or all that AWS opens by itself. */
export const REGION_SETS = ['four', 'all'] as const;

/** What to choose the regions of a world by. */
export interface RegionChoice {
  /** The name of the world: an empty one is a new account. */
  readonly name?: string;
  /** What was asked for in so many words. */
  readonly regions?: (typeof REGION_SETS)[number];
}

/** The regions of a world's partition. */
export function regionsOf({ name, regions }: RegionChoice): readonly Region[] {
  const set = regions ?? (name === 'empty' ? 'all' : 'four');
  return set === 'all' ? NEW_ACCOUNT : COMPANY;
}

/** Every region some world knows. */
export const everyRegion: readonly Region[] = NEW_ACCOUNT;

/** Whether an account can be used in a region. */
export function isEnabled({ regions }: { readonly regions: readonly Region[] }, region: string): boolean {
  const known = regions.find(({ RegionName }) => RegionName === region);
  return known?.RegionOptStatus === 'ENABLED' || known?.RegionOptStatus === 'ENABLED_BY_DEFAULT';
}
