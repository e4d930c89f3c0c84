/**
 * What Lambda says of a rotation function; what was refused or does not exist is said, what was not asked is absent.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export interface FunctionFacts {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** false: Lambda knows no such function. Absent: it would not say. */
  readonly exists?: boolean;
  readonly runtime?: string;
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
  readonly vpc?: {
    readonly id: string;
    readonly subnets: readonly string[];
    readonly securityGroups: readonly string[];
  };
  /** ARN of its execution role. */
  readonly role?: string;
  readonly state?: string;
  readonly stateReason?: string;
  readonly stateReasonCode?: string;
  readonly lastUpdateStatus?: string;
  readonly lastUpdateReasonCode?: string;
  /** Why its environment could not be read: then it cannot start either. */
  readonly environmentError?: string;
  /** Known variables of the AWS templates only (aws-facts 3.5); others are dropped where they are read. */
  readonly environment?: { readonly [variable: string]: string };
  readonly logGroup: string;
  readonly logFormat?: 'Text' | 'JSON';
  /** ISO; when its code or configuration last changed. */
  readonly modified?: string;
  /** Absent: not asked, or none is reserved; `concurrencyAsked` tells which. */
  readonly reservedConcurrency?: number;
  readonly concurrencyAsked?: boolean;
  /** Whether its policy lets Secrets Manager invoke it; absent: not asked, or refused. */
  readonly invocable?: boolean;
}
