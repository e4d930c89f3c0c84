/** What a call is given; a file stands for a value that nobody writes into a command. */
export type AwsInput =
  | string
  | number
  | boolean
  | AwsFile
  | readonly AwsInput[]
  | { readonly [name: string]: AwsInput };

/** The content of a file beside the command. */
export interface AwsFile {
  readonly file: string;
  /** It is taken as it is, not as text. */
  readonly bytes?: true;
}

/** One call to AWS, as it can be written for every tool that makes it. */
export interface AwsCall {
  readonly service: 'account' | 'cloudtrail' | 'iam' | 'kms' | 'lambda' | 'logs' | 'secretsmanager' | 'sts';
  /** AWS's name of it. */
  readonly operation: string;
  readonly region: string;
  /** By AWS's names, in the order they are written; what is undefined is left out. */
  readonly input?: object;
  /** It is read page by page: so many items a page, so many in all. */
  readonly pages?: { readonly size?: number; readonly most?: number };
}

/** What a call is given, without what is undefined. */
export const inputOf = ({ input = {} }: AwsCall): [string, AwsInput][] =>
  (Object.entries(input) as [string, AwsInput | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, AwsInput]],
  );

/** Whether a value is to be read from a file. */
export const isFile = (value: AwsInput): value is AwsFile =>
  typeof value === 'object' && !Array.isArray(value) && typeof (value as AwsFile).file === 'string';

/** AWS's name in the small letters of the AWS CLI (`-`) and of boto3 (`_`). */
export const inSmall = (name: string, between: '-' | '_'): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, `$1${between}$2`)
    .replace(/([A-Z]+)([A-Z][a-z])/g, `$1${between}$2`)
    .toLowerCase();
