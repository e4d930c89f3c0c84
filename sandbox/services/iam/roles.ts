import type { Call, Operation } from '../../operation.ts';
import { numeral, readQuery } from '../../protocols/query-fields.ts';
import { text } from '../secretsmanager/fields.ts';
import { addRole } from './entities.ts';
import { alreadyExists, checkPolicy, noSuchEntity } from './errors.ts';
import { document, path, policyName, roleName, tagMap, tags } from './members.ts';
import { deletePolicy, placeOf, putPolicy, type Role } from './state.ts';
import { encoded, shownRole } from './wire.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const createRole: Operation = (input, call) => {
  const read = readQuery(input, {
    RoleName: roleName,
    AssumeRolePolicyDocument: document,
    Path: path,
    Description: text({ max: 1000 }),
    MaxSessionDuration: numeral({ min: 3600, max: 43_200 }),
    Tags: tags,
  });
  const { account } = call.principal;
  const { RoleName: name, AssumeRolePolicyDocument: trust, Path = '/' } = read;
  call.authorize({ action: 'iam:CreateRole', resource: `arn:aws:iam::${account}:role${Path}${name}` });
  const { iam } = call.state;
  checkPolicy(trust, 'trust');
  if (iam.roles.has(placeOf(account, name))) throw alreadyExists(`Role with name ${name}`);
  const role = addRole(iam, {
    ...{ account, name, trust, created: call.now, path: Path, tags: tagMap(read.Tags) },
    id: `AROA${call.random.suffix(17).toUpperCase()}`,
    ...(read.Description !== undefined && { description: read.Description }),
    ...(read.MaxSessionDuration !== undefined && { longest: read.MaxSessionDuration }),
  });
  // As recorded, the answer leaves out how long a session may last, unless that was part of the request.
  const { MaxSessionDuration, ...shown } = shownRole(role);
  return { Role: read.MaxSessionDuration === undefined ? shown : { ...shown, MaxSessionDuration } };
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const getRole: Operation = (input, call) => ({
  Role: shownRole(roleFor(call, 'GetRole', readQuery(input, { RoleName: roleName }).RoleName)),
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export const listRoles: Operation = (_input, call) => {
  const { account } = call.principal;
  call.authorize({ action: 'iam:ListRoles', resource: `arn:aws:iam::${account}:role/` });
  const roles = [...call.state.iam.roles.values()].filter((role) => role.account === account);
  return { Roles: roles.map(shownRole), IsTruncated: false };
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html */
export const updateAssumeRolePolicy: Operation = (input, call) => {
  const read = readQuery(input, { RoleName: roleName, PolicyDocument: document });
  const role = roleFor(call, 'UpdateAssumeRolePolicy', read.RoleName);
  checkPolicy(read.PolicyDocument, 'trust');
  role.trust = read.PolicyDocument;
  return {};
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
export const putRolePolicy: Operation = (input, call) => {
  const shape = { RoleName: roleName, PolicyName: policyName, PolicyDocument: document };
  const read = readQuery(input, shape);
  const role = roleFor(call, 'PutRolePolicy', read.RoleName);
  checkPolicy(read.PolicyDocument, 'identity');
  putPolicy(role, read.PolicyName, read.PolicyDocument);
  return {};
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html */
export const deleteRolePolicy: Operation = (input, call) => {
  const read = readQuery(input, { RoleName: roleName, PolicyName: policyName });
  const role = roleFor(call, 'DeleteRolePolicy', read.RoleName);
  if (!deletePolicy(role, read.PolicyName)) throw noSuchPolicy(read.PolicyName);
  return {};
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
export const getRolePolicy: Operation = (input, call) => {
  const read = readQuery(input, { RoleName: roleName, PolicyName: policyName });
  const role = roleFor(call, 'GetRolePolicy', read.RoleName);
  const policy = role.policies.get(read.PolicyName);
  if (!policy) throw noSuchPolicy(read.PolicyName);
  return { RoleName: role.name, PolicyName: read.PolicyName, PolicyDocument: encoded(policy.json) };
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html */
export const listRolePolicies: Operation = (input, call) => {
  const role = roleFor(call, 'ListRolePolicies', readQuery(input, { RoleName: roleName }).RoleName);
  return { PolicyNames: [...role.policies.keys()].sort(), IsTruncated: false };
};

const noSuchPolicy = (name: string) => noSuchEntity(`The role policy with name ${name}`);

/** The role a call names; refused unless the caller may do that to it. */
function roleFor(call: Call, operation: string, name: string): Role {
  const { account } = call.principal;
  const role = call.state.iam.roles.get(placeOf(account, name));
  call.authorize({
    action: `iam:${operation}`,
    resource: role?.arn ?? `arn:aws:iam::${account}:role/${name}`,
  });
  if (!role) throw noSuchEntity(`The role with name ${name}`);
  return role;
}
