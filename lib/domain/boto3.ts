import { type AwsCall, type AwsInput, inputOf, inSmall, isFile } from './aws-call.ts';
import { quoted } from './snippet.ts';

const LONG = 100;

/**
 * The Python that makes calls by boto3 one after the other, and prints what AWS answers.
 * https://boto3.amazonaws.com/v1/documentation/api/latest/guide/clients.html
 * https://boto3.amazonaws.com/v1/documentation/api/latest/guide/paginators.html
 */
export function boto3Text(calls: readonly AwsCall[]): string {
  let client = '';
  const lines = calls.flatMap((call) => {
    const own = `client = boto3.client(${quoted(call.service)}, region_name=${quoted(call.region)})`;
    const begins = own === client ? [] : [own];
    client = own;
    return [...begins, `print(${callText(call)})`];
  });
  const files = calls.some((call) => inputOf(call).some(([, value]) => isFile(value)));
  return [...(files ? ['from pathlib import Path', ''] : []), 'import boto3', '', ...lines].join('\n');
}

function callText(call: AwsCall): string {
  const { operation, pages } = call;
  const method = inSmall(operation, '_');
  const given = inputOf(call).map(([name, value]) => `${name}=${literal(value)}`);
  if (!pages) return `client.${method}${within(given)}`;
  const config = {
    ...(pages.size === undefined ? {} : { PageSize: pages.size }),
    ...(pages.most === undefined ? {} : { MaxItems: pages.most }),
  };
  const paged = Object.keys(config).length > 0 ? [...given, `PaginationConfig=${literal(config)}`] : given;
  return `client.get_paginator(${quoted(method)}).paginate${within(paged)}.build_full_result()`;
}

function within(given: readonly string[]): string {
  const line = given.join(', ');
  return line.length <= LONG ? `(${line})` : `(\n${given.map((one) => `    ${one},\n`).join('')})`;
}

function literal(value: AwsInput): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (isFile(value)) {
    return `Path(${quoted(value.file)}).${value.bytes ? 'read_bytes()' : 'read_text(encoding="utf-8")'}`;
  }
  if (Array.isArray(value)) return `[${(value as readonly AwsInput[]).map(literal).join(', ')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${quoted(name)}: ${literal(field)}`).join(', ')}}`;
}
