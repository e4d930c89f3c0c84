// `AWSReservedSSO_<permission set>_<16 hexadecimal digits>`.
const OF_CENTER = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/**
 * A role's name as people know it: of one that IAM Identity Center made, its permission set.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function roleName(role: string): string {
  return OF_CENTER.exec(role)?.[1] ?? role;
}
