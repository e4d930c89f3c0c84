import { AwsError, type Call } from '../../operation.ts';
import { text } from '../secretsmanager/fields.ts';
import { functionArn, type LambdaFunction } from './state.ts';

/** How a caller names a function: by name, by partial or by full ARN, each with or without a qualifier. */
export const functionName = text({ min: 1, max: 170 });

/** What the parts of a function's name say, and where they leave the account to the caller. */
interface Named {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly qualifier: string | undefined;
}

/**
 * The function a call names, once IAM allows the operation on it. The refusals' codes and sentences are recorded
 * ones: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export function openFunction(call: Call, given: string, qualifier: string | undefined): LambdaFunction {
  const named = readName(call, given);
  const wanted = qualifier ?? named.qualifier;
  const arn = functionArn(named.account, named.region, named.name);
  const shown = wanted === undefined ? arn : `${arn}:${wanted}`;
  const found = call.state.lambda.functions.get(arn);
  call.authorize({
    action: `lambda:${call.operation}`,
    resource: shown,
    attached: {
      kind: 'resource',
      account: named.account,
      policy: found?.policy && JSON.stringify({ Version: '2012-10-17', Statement: found.policy }),
    },
  });
  // There are no versions and no aliases here; $LATEST names the function itself.
  if (!found || named.region !== call.region || (wanted !== undefined && wanted !== '$LATEST')) {
    throw noSuchFunction(shown);
  }
  return found;
}

/** What Lambda says about a function it has not. */
function noSuchFunction(arn: string): AwsError {
  return new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
}

/** What Lambda says about a function without a policy of its own. */
export function noPolicy(): AwsError {
  return new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404);
}

const NAME =
  /^(?:arn:aws[a-zA-Z-]*:lambda:([a-z0-9-]+):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_]+)(?::(\$LATEST|[a-zA-Z0-9-_]+))?$/;

function readName(call: Call, given: string): Named {
  const [, region, account, name, qualifier] = NAME.exec(given) ?? [];
  if (name === undefined) {
    const rule =
      '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?';
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${given}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${rule}`,
    );
  }
  return {
    region: region ?? call.region,
    account: account ?? call.principal.account,
    name,
    qualifier,
  };
}
