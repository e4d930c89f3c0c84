import { key, other, type Right, secretsManager } from './need.ts';

const CUSTOMER_KEY = 'The key’s name and state are not shown; the secret is';
const HISTORY = 'The history shows what this tab did; who moved a label is unknown';

/** What the console shows, with the IAM actions each takes. */
export const views: readonly Right[] = [
  {
    id: 'regions',
    kind: 'view',
    name: 'Regions of the account',
    needs: [
      other('account:ListRegions', 'account', 'A usual list of regions is read instead of the account’s own'),
    ],
  },
  { id: 'secrets', kind: 'view', name: 'Table of secrets', needs: [secretsManager('ListSecrets')] },
  {
    id: 'secret',
    kind: 'view',
    name: 'A secret: metadata and versions',
    needs: [
      secretsManager('DescribeSecret', 'Tags, rotation and replicas are missing; versions are shown'),
      secretsManager('ListSecretVersionIds', 'Versions are missing; the metadata is shown'),
      key('DescribeKey', CUSTOMER_KEY),
    ],
  },
  { id: 'policy', kind: 'view', name: 'A secret’s policy', needs: [secretsManager('GetResourcePolicy')] },
  {
    id: 'history',
    kind: 'view',
    name: 'History and readers of a secret',
    needs: [other('cloudtrail:LookupEvents', 'any')],
  },
  {
    id: 'rotation',
    kind: 'view',
    name: 'Rotation of all secrets',
    needs: [
      secretsManager('ListSecrets'),
      other('cloudtrail:LookupEvents', 'any', 'Overdue rotations are known, attempts that failed are not'),
    ],
  },
  {
    id: 'function',
    kind: 'view',
    name: 'A rotation function',
    needs: [
      other('lambda:GetFunctionConfiguration', 'function'),
      other('lambda:GetPolicy', 'function', 'Whether Secrets Manager may invoke it is unknown'),
      other('lambda:GetFunctionConcurrency', 'function', 'Whether its concurrency is zero is unknown'),
    ],
  },
  {
    id: 'run-log',
    kind: 'view',
    name: 'Why a rotation failed: its log',
    needs: [
      other('logs:DescribeLogGroups', 'log-groups'),
      other('logs:FilterLogEvents', 'log-group'),
      other('logs:StartQuery', 'log-group', 'Attempts further apart than one reading are not explained'),
      other('logs:GetQueryResults', 'any', 'As without logs:StartQuery'),
      other('logs:StopQuery', 'any', 'A query that nobody waits for runs on, and is billed'),
    ],
  },
  {
    id: 'replication',
    kind: 'view',
    name: 'Replication of all secrets',
    needs: [
      secretsManager('ListSecrets'),
      secretsManager('DescribeSecret', 'Copies that a listing does not tell apart stay unknown'),
      other('cloudtrail:LookupEvents', 'any', HISTORY),
    ],
  },
];
