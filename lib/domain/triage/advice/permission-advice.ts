import type { Cause } from '../cause.ts';
import type { Advice } from './advice.ts';
import { guide, troubleshooting } from './pages.ts';
import { command, type Subject } from './subject.ts';

const SAME_ROLE = 'Every secret rotated under the same role';

/** The statement that is missing, as an inline policy of the role. */
const allow = (subject: Subject, action: string, resource: string) =>
  command(subject, 'iam put-role-policy', {
    'role-name': subject.role,
    'policy-name': 'rotation-missing-permission',
    'policy-document': JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action.split(' '), Resource: resource }],
    }),
  });

const describeKey = (subject: Subject) => command(subject, 'kms describe-key', { 'key-id': subject.key });

type Own =
  | 'secrets-permission-denied'
  | 'kms-permission-denied'
  | 'kms-key-unavailable'
  | 'target-api-rejected';

/** Causes that lie in who may do what. */
export const permissionAdvice: Readonly<Record<Extract<Cause, Own>, (subject: Subject) => Advice>> = {
  'secrets-permission-denied': (subject) => ({
    affected: SAME_ROLE,
    fixes: [
      {
        what: 'Allow the role what was refused',
        command: allow(
          subject,
          subject.action ?? 'secretsmanager:ACTION',
          subject.resource ?? subject.secret ?? 'SECRET_ARN',
        ),
      },
      {
        what: 'If the refusal speaks of an explicit deny or a resource-based policy, mend that policy instead',
        command: command(subject, 'secretsmanager get-resource-policy', { 'secret-id': subject.secret }),
      },
      { what: 'If it speaks of a VPC endpoint policy, allow the action there' },
    ],
    page: guide('rotating-secrets-required-permissions-function.html'),
  }),
  'kms-permission-denied': (subject) => ({
    affected: 'Every secret with the same key that is rotated under the same role',
    fixes: [
      {
        what: 'Allow the role to use the key',
        command: allow(subject, 'kms:Decrypt kms:GenerateDataKey kms:DescribeKey', subject.key ?? 'KEY_ARN'),
      },
      {
        what: 'Allow it in the key policy too; the key may be in another account',
        command: command(subject, 'kms get-key-policy', { 'key-id': subject.key, 'policy-name': 'default' }),
      },
      { what: 'Check a condition on the encryption context against the ARN of the secret' },
    ],
    page: troubleshooting('troubleshoot_rotation_kms-key'),
  }),
  'kms-key-unavailable': (subject) => ({
    affected: 'Every secret that is encrypted with the same key, for everybody who reads it',
    fixes: [
      { what: 'See the state of the key', command: describeKey(subject) },
      {
        what: 'If it is scheduled for deletion, cancel that first',
        command: command(subject, 'kms cancel-key-deletion', { 'key-id': subject.key }),
      },
      { what: 'Enable it', command: command(subject, 'kms enable-key', { 'key-id': subject.key }) },
      {
        what: 'Is it gone for good, then no value encrypted with it can be read: put a new value under another key',
      },
    ],
    page: guide('security-encryption.html'),
  }),
  'target-api-rejected': (subject) => ({
    affected: 'Every secret of the same target',
    fixes: [
      { what: 'Read what the API answered: the status, and the lines around the proof' },
      ...(subject.action
        ? [
            {
              what: 'Allow the role what was refused',
              command: allow(subject, subject.action, subject.resource ?? '*'),
            },
          ]
        : [
            {
              what: "Check the credentials the function uses at the target's API, and that the API can be reached from its subnets",
            },
          ]),
      { what: 'Where a service rotates by itself, look at the events of that service' },
    ],
    page: troubleshooting('troubleshoot_rotation_createSecret'),
  }),
};
