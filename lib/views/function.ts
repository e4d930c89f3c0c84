import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { readFunction } from '@/lib/aws/lambda';
import type { FunctionReading } from '@/lib/contract/answers';

/** One rotation function; what may not be read of it is said, the rest is shown. */
export function readFunctionView(
  operator: AwsOperator,
  { function: arn }: { readonly function: string },
): Promise<FunctionReading> {
  return readFunction(operator, arn);
}
