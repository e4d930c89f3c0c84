import { type AwsCall, type AwsInput, inputOf, inSmall, isFile } from './aws-call.ts';

/** Quotes one word for a POSIX shell; words that need no quotes stay readable. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_/.:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

const LONG = 120;

/**
 * The AWS CLI command that makes a call; a long one has a line for each option.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html
 */
export function cliText(call: AwsCall): string {
  const { service, operation, region, pages } = call;
  const options = [
    `--region ${shellWord(region)}`,
    ...inputOf(call).map(([name, value]) => optionOf(inSmall(name, '-'), value)),
    ...(pages?.size === undefined ? [] : [`--page-size ${pages.size}`]),
    ...(pages?.most === undefined ? [] : [`--max-items ${pages.most}`]),
  ];
  const parts = [`aws ${service} ${inSmall(operation, '-')}`, ...options];
  const line = parts.join(' ');
  return options.length <= 2 || line.length <= LONG ? line : parts.join(' \\\n  ');
}

function optionOf(name: string, value: AwsInput): string {
  if (typeof value === 'boolean') return value ? `--${name}` : `--no-${name}`;
  return `--${name} ${wordsOf(value)}`;
}

function wordsOf(value: AwsInput): string {
  if (typeof value !== 'object') return shellWord(String(value));
  if (isFile(value)) return shellWord(`${value.bytes ? 'fileb' : 'file'}://${value.file}`);
  const items = Array.isArray(value) ? (value as readonly AwsInput[]) : undefined;
  const short = items?.map(shortOf);
  return short?.every((word) => word !== undefined) ? short.join(' ') : shellWord(JSON.stringify(value));
}

// The short form has its own meaning for `=` and `,`, which names may hold: those go as JSON.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
function shortOf(item: AwsInput): string | undefined {
  if (typeof item !== 'object') return shellWord(String(item));
  const fields = Object.entries(item);
  const plain = fields.every(([, field]) => typeof field === 'string' && /^[\w/.:@+-]+$/.test(field));
  return plain ? fields.map(([name, field]) => `${name}=${field}`).join(',') : undefined;
}
