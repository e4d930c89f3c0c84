import { AwsError, type Call, type Operation } from '../../operation.ts';
import { readQuery } from '../../protocols/query-fields.ts';
import { required } from '../secretsmanager/fields.ts';
import { addUser } from './entities.ts';
import { alreadyExists, checkPolicy, noSuchEntity } from './errors.ts';
import { document, path, policyName, tagMap, tags, userName } from './members.ts';
import { placeOf, putPolicy, type User } from './state.ts';
import { shownUser } from './wire.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
export const createUser: Operation = (input, call) => {
  const read = readQuery(input, { UserName: required(userName), Path: path, Tags: tags });
  const { account } = call.principal;
  const { UserName: name, Path = '/' } = read;
  call.authorize({ action: 'iam:CreateUser', resource: `arn:aws:iam::${account}:user${Path}${name}` });
  const { iam } = call.state;
  if (iam.users.has(placeOf(account, name))) throw alreadyExists(`User with name ${name}`);
  const id = `AIDA${call.random.suffix(17).toUpperCase()}`;
  const given = { account, name, id, created: call.now, path: Path, tags: tagMap(read.Tags) };
  return { User: shownUser(addUser(iam, given)) };
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html */
export const createAccessKey: Operation = (input, call) => {
  const user = userFor(call, 'CreateAccessKey', readQuery(input, { UserName: userName }).UserName);
  const { accessKeys } = call.state.iam;
  const held = [...accessKeys.values()].filter((key) => key.user === user).length;
  if (held >= 2) throw new AwsError('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2', 409);
  const accessKeyId = `AKIA${call.random.suffix(16).toUpperCase()}`;
  const secretAccessKey = call.random.suffix(40);
  accessKeys.set(accessKeyId, { accessKeyId, secretAccessKey, user });
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: accessKeyId,
      Status: 'Active',
      SecretAccessKey: secretAccessKey,
      CreateDate: call.now,
    },
  };
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html */
export const putUserPolicy: Operation = (input, call) => {
  const read = readQuery(input, {
    UserName: required(userName),
    PolicyName: policyName,
    PolicyDocument: document,
  });
  const user = userFor(call, 'PutUserPolicy', read.UserName);
  checkPolicy(read.PolicyDocument, 'identity');
  putPolicy(user, read.PolicyName, read.PolicyDocument);
  return {};
};

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html */
export const getUser: Operation = (input, call) => ({
  User: shownUser(userFor(call, 'GetUser', readQuery(input, { UserName: userName }).UserName)),
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html */
export const listUsers: Operation = (_input, call) => {
  const { account } = call.principal;
  call.authorize({ action: 'iam:ListUsers', resource: `arn:aws:iam::${account}:user/` });
  const users = [...call.state.iam.users.values()].filter((user) => user.account === account);
  return { Users: users.map(shownUser), IsTruncated: false };
};

/** The user a call names, by default the one who calls; refused unless the caller may do that to them. */
function userFor(call: Call, operation: string, given: string | undefined): User {
  const { principal, state } = call;
  const name = given ?? (principal.type === 'user' ? principal.name : undefined);
  if (name === undefined) {
    const reason = 'Must specify userName when calling with non-User credentials';
    throw new AwsError('ValidationError', reason);
  }
  const user = state.iam.users.get(placeOf(principal.account, name));
  const resource = user?.arn ?? `arn:aws:iam::${principal.account}:user/${name}`;
  call.authorize({ action: `iam:${operation}`, resource });
  if (!user) throw noSuchEntity(`The user with name ${name}`);
  return user;
}
