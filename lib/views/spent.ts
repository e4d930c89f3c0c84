import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { spentBy } from '@/lib/aws/spent';
import type { SpentReading } from '@/lib/contract/spent';

/** The meter: what this sign-in has asked of AWS. It asks nothing itself. */
export const readSpent = async (operator: AwsOperator): Promise<SpentReading> => ({
  spent: spentBy(operator),
});
