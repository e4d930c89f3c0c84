import { AwsError, type Operation } from '../../operation.ts';
import { readQuery } from '../../protocols/query-fields.ts';
import { list, required, text } from '../secretsmanager/fields.ts';
import { providerArn } from '../sts/web-identity.ts';
import { alreadyExists } from './errors.ts';

/**
 * Registers an identity provider whose tokens roles may trust. Its keys come from the control API.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
 */
export const createOpenIdConnectProvider: Operation = (input, call) => {
  const { Url, ClientIDList } = readQuery(input, {
    Url: required(text({ min: 1, max: 255 })),
    ClientIDList: list(required(text({ min: 1, max: 255 })), { min: 0, max: 100 }),
  });
  const { account } = call.principal;
  const issuer = Url.replace(/^https:\/\//, '').replace(/\/$/, '');
  const arn = providerArn(account, issuer);
  call.authorize({ action: 'iam:CreateOpenIDConnectProvider', resource: arn });
  // The wording is not recorded.
  if (!Url.startsWith('https://'))
    throw new AwsError('ValidationError', 'Invalid Open ID Connect Provider URL');
  const { providers } = call.state.iam;
  if (providers.has(arn)) throw alreadyExists(`Provider with url ${Url}`);
  providers.set(arn, { arn, issuer, audiences: ClientIDList ?? [] });
  return { OpenIDConnectProviderArn: arn };
};
