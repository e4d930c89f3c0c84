/** How often one AWS API was called in a region. */
export interface SpentOn {
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  readonly calls: number;
  /** So many of them AWS refused because there were too many, whoever made them. */
  readonly throttled: number;
  readonly lastMinute: number;
}

/** What one sign-in has asked of AWS since it began, as this process of the console has counted. */
export interface SpentReading {
  readonly spent: readonly SpentOn[];
}
