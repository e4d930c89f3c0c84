import 'server-only';
import { isSandbox } from '@/lib/aws/endpoint';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountName, isProtectedAccount, isReadOnly } from './config';
import { markOf, type SignIn } from './session';

/** The part of a sign-in the browser may know. */
export function toOperatorInfo(signIn: SignIn): OperatorInfo {
  const { way, until, places } = signIn;
  const [{ name, account, arn, scope }] = places;
  return {
    name,
    account,
    arn,
    scope,
    way,
    ...aboutAccount(account),
    places: places.map(({ scope, account, name, arn, ends }) => ({
      ...{ scope, account, name, arn, ...aboutAccount(account) },
      ...(ends !== undefined && ends < until && { expires: new Date(ends * 1000).toISOString() }),
    })),
    mark: markOf(signIn),
    expires: new Date(until * 1000).toISOString(),
    sandbox: isSandbox(),
    readOnly: isReadOnly(),
  };
}

function aboutAccount(account: string) {
  const name = accountName(account);
  return { protected: isProtectedAccount(account), ...(name !== undefined && { accountName: name }) };
}
