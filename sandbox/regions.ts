/** A region as the Account service speaks of it. */
export interface Region {
  readonly RegionName: string;
  readonly RegionOptStatus: 'ENABLED' | 'ENABLING' | 'DISABLING' | 'DISABLED' | 'ENABLED_BY_DEFAULT';
}

/** The regions of the sandbox's partition; the last ones are opt-in regions nobody has opted into. */
export const regions: readonly Region[] = [
  { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
  { RegionName: 'us-west-2', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
  { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
  { RegionName: 'ap-southeast-2', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
  { RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' },
  { RegionName: 'ap-east-1', RegionOptStatus: 'DISABLED' },
  { RegionName: 'eu-south-1', RegionOptStatus: 'DISABLED' },
  { RegionName: 'me-central-1', RegionOptStatus: 'DISABLED' },
];

/** Whether the account can be used in a region. */
export function isEnabled(region: string): boolean {
  const known = regions.find(({ RegionName }) => RegionName === region);
  return known?.RegionOptStatus === 'ENABLED' || known?.RegionOptStatus === 'ENABLED_BY_DEFAULT';
}
