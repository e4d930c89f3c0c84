import { roleName } from './role-name.ts';

/** The role or user of a scope, as people know it: `441200879921.AWSReservedSSO_Viewer_0123456789abcdef` is Viewer. */
export function placeRole(scope: string): string {
  return roleName(scope.slice(scope.indexOf('.') + 1));
}
