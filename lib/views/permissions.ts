import 'server-only';
import { answersTo } from '@/lib/aws/answers';
import type { AwsOperator } from '@/lib/aws/credentials';
import type { PermissionsReading } from '@/lib/contract/permissions';

/** What AWS has answered this sign-in. It asks nothing itself. */
export const readPermissions = async (operator: AwsOperator): Promise<PermissionsReading> => ({
  answered: answersTo(operator),
});
