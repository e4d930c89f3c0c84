import type { Operation } from '../../operation.ts';
import { createOpenIdConnectProvider } from './create-open-id-connect-provider.ts';
import {
  createRole,
  deleteRolePolicy,
  getRole,
  getRolePolicy,
  listRolePolicies,
  listRoles,
  putRolePolicy,
  updateAssumeRolePolicy,
} from './roles.ts';
import { simulatePrincipalPolicy } from './simulate-principal-policy.ts';
import { createAccessKey, createUser, getUser, listUsers, putUserPolicy } from './users.ts';

/** What of IAM a world is built with and a console asks. */
export const iamOperations: Readonly<Record<string, Operation>> = {
  CreateAccessKey: createAccessKey,
  CreateOpenIDConnectProvider: createOpenIdConnectProvider,
  CreateRole: createRole,
  CreateUser: createUser,
  DeleteRolePolicy: deleteRolePolicy,
  GetRole: getRole,
  GetRolePolicy: getRolePolicy,
  GetUser: getUser,
  ListRolePolicies: listRolePolicies,
  ListRoles: listRoles,
  ListUsers: listUsers,
  PutRolePolicy: putRolePolicy,
  PutUserPolicy: putUserPolicy,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
};
