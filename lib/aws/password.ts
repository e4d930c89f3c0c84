import 'server-only';
import { GetRandomPasswordCommand } from '@aws-sdk/client-secrets-manager';
import type { GeneratedPassword, PasswordBody } from '@/lib/contract/values';
import { secretsManager } from './client';
import type { AwsOperator } from './credentials';
import { quietly } from './quiet';
import { send } from './send';

/**
 * A password made by AWS, of the kinds of characters asked for.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export async function readPassword(
  operator: AwsOperator,
  { region, length, kinds, exclude }: Omit<PasswordBody, 'scope'>,
): Promise<GeneratedPassword> {
  const client = secretsManager(operator, region, 'read');
  const command = new GetRandomPasswordCommand({
    PasswordLength: length,
    ExcludeLowercase: !kinds.lowercase,
    ExcludeUppercase: !kinds.uppercase,
    ExcludeNumbers: !kinds.numbers,
    ExcludePunctuation: !kinds.punctuation,
    RequireEachIncludedType: true,
    ...(exclude ? { ExcludeCharacters: exclude } : {}),
  });
  const { output, requestId, at } = await quietly(
    send(command, (options) => client.send(command, options), {
      action: 'secretsmanager:GetRandomPassword',
      region,
    }),
  );
  return { passwordValue: output.RandomPassword ?? '', requestId, at };
}
