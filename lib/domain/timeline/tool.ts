import type { Tool } from './secret-event.ts';
import type { TrailRecord } from './trail-record.ts';

// Legend: pattern, kind, name; the first that fits. Terraform comes before the SDK it is built on.
const TOOLS: readonly (readonly [RegExp, Tool['kind'], string])[] = [
  [/(?:^|[\s,])keyturn\b/i, 'keyturn', 'Keyturn'],
  [/\bTerraform\/([\w.-]+)/, 'terraform', 'Terraform'],
  [/\bterraform-provider-aws\/([\w.-]+)/, 'terraform', 'Terraform'],
  [/\bOpenTofu\/([\w.-]+)/i, 'terraform', 'OpenTofu'],
  [/\bpulumi[\w-]*\/([\w.-]+)/i, 'terraform', 'Pulumi'],
  [/\baws-cli\/([\w.-]+)/, 'cli', 'AWS CLI'],
  [/\bAWSPowerShell[\w.]*\/([\w.-]+)/i, 'cli', 'AWS Tools for PowerShell'],
  [
    /^(?:console|signin)\.amazonaws\.com|^AWS Internal|^Mozilla\/|\bS3Console\b|AWS-Console/,
    'console',
    'AWS console',
  ],
  [/^([\w-]+\.amazonaws\.com)$/, 'service', 'AWS'],
  [/\bBoto3\/([\w.-]+)/i, 'sdk', 'Boto3'],
  [/\bBotocore\/([\w.-]+)/i, 'sdk', 'Botocore'],
  [/\baws-sdk-js\/([\w.-]+)/, 'sdk', 'AWS SDK for JavaScript'],
  [/\baws-sdk-nodejs\/([\w.-]+)/, 'sdk', 'AWS SDK for JavaScript'],
  [/\baws-sdk-java\/([\w.-]+)/, 'sdk', 'AWS SDK for Java'],
  [/\baws-sdk-kotlin\/([\w.-]+)/, 'sdk', 'AWS SDK for Kotlin'],
  [/\baws-sdk-go(?:-v2)?\/([\w.-]+)/, 'sdk', 'AWS SDK for Go'],
  [/\baws-sdk-(?:dotnet[\w-]*|net)\/([\w.-]+)/i, 'sdk', 'AWS SDK for .NET'],
  [/\baws-sdk-ruby\d*\/([\w.-]+)/, 'sdk', 'AWS SDK for Ruby'],
  [/\baws-sdk-php\/([\w.-]+)/, 'sdk', 'AWS SDK for PHP'],
  [/\baws-sdk-rust\/([\w.-]+)/, 'sdk', 'AWS SDK for Rust'],
  [/\baws-sdk-cpp\/([\w.-]+)/, 'sdk', 'AWS SDK for C++'],
  [/\baws-sdk-swift\/([\w.-]+)/, 'sdk', 'AWS SDK for Swift'],
];

/** With what a call was made. A user agent is the caller's own word, so this is a hint and no proof. */
export function toTool({ userAgent, fromConsole, byService }: Partial<TrailRecord>): Tool {
  const agent = userAgent ?? '';
  if (byService) return { kind: 'service', name: 'AWS Secrets Manager' };
  if (fromConsole) return { kind: 'console', name: 'AWS console' };
  for (const [pattern, kind, name] of TOOLS) {
    const found = pattern.exec(agent);
    if (!found) continue;
    if (kind === 'service') return { kind, name: found[1] ?? name };
    const reason = kind === 'keyturn' ? /\breason\/([\w.#-]+)/.exec(agent)?.[1] : undefined;
    return {
      kind,
      name,
      ...(found[1] === undefined ? {} : { version: found[1] }),
      ...(reason === undefined ? {} : { reason }),
    };
  }
  const first = /^[\w.+-]+/.exec(agent)?.[0];
  return first === undefined
    ? { kind: 'unknown', name: 'unknown' }
    : { kind: 'other', name: first.slice(0, 40) };
}
