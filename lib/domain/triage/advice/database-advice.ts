import type { Cause } from '../cause.ts';
import type { Advice } from './advice.ts';
import { guide, troubleshooting } from './pages.ts';
import { command, type Subject } from './subject.ts';

const SAME_DATABASE = 'Every secret of the same database that this function rotates';
const THIS = 'This secret';
const SET_SECRET = troubleshooting('troubleshoot_rotation_setSecret');

const update = (subject: Subject, variables: string) =>
  command(subject, 'lambda update-function-configuration', {
    'function-name': subject.fn,
    environment: `Variables={${variables}}`,
  });
const rotate = (subject: Subject) =>
  command(subject, 'secretsmanager rotate-secret', { 'secret-id': subject.secret });
// It replaces all variables of the function: the warning belongs to the command.
const ALL_VARIABLES = 'the command replaces all variables, so name the others too';

type Own =
  | 'database-unreachable'
  | 'database-login-rejected'
  | 'database-permission-denied'
  | 'tls-failed'
  | 'password-rejected'
  | 'username-too-long';

/** Causes that lie between the function and the database. */
export const databaseAdvice: Readonly<Record<Extract<Cause, Own>, (subject: Subject) => Advice>> = {
  'database-unreachable': (subject) => ({
    affected: SAME_DATABASE,
    fixes: [
      {
        what: 'Compare host and port in the secret with the endpoint of the database; a cluster needs its writer',
      },
      {
        what: "See the function's subnets and security groups",
        command: command(subject, 'lambda get-function-configuration', { 'function-name': subject.fn }),
      },
      { what: "Let the database's security group accept the port from the function's security group" },
      { what: 'Check that the database runs and takes more connections' },
    ],
    page: SET_SECRET,
  }),
  'database-login-rejected': (subject) => ({
    affected: THIS,
    fixes: [
      {
        what: 'Log in by hand with the values under AWSCURRENT, AWSPREVIOUS and AWSPENDING: one of them may still work',
      },
      {
        what: 'If none does, set the password of AWSCURRENT at the database, or put the right value into the secret',
      },
      {
        what: 'Check that the account is neither locked nor expired, and may log in from the subnets of the function',
      },
      { what: 'Then rotate again', command: rotate(subject) },
    ],
    page: SET_SECRET,
  }),
  'database-permission-denied': (subject) => ({
    affected: SAME_DATABASE,
    fixes: [
      { what: 'Grant the user, or the superuser for alternating users, what the database asks for' },
      { what: 'If the database is a read-only copy, put the endpoint of the writer into the secret' },
      { what: 'If a user may not change its own password, rotate with alternating users and a superuser' },
      { what: 'Then rotate again', command: rotate(subject) },
    ],
    page: guide('rotation-strategy.html'),
  }),
  'tls-failed': () => ({
    affected: SAME_DATABASE,
    fixes: [
      { what: 'Use the endpoint name of the database as host: the certificate is for that name' },
      { what: 'Set the key "ssl" of the secret: true where TLS is enforced, false where it is not offered' },
      {
        what: 'Bring the certificate authorities in the function up to date, or create it again from the current template',
      },
    ],
    page: SET_SECRET,
  }),
  'password-rejected': (subject) => ({
    affected: SAME_DATABASE,
    fixes: [
      {
        what: `Leave out the characters that the target does not take; ${ALL_VARIABLES}`,
        command: update(subject, 'EXCLUDE_CHARACTERS=CHARACTERS'),
      },
      {
        what: `Make the password as long as the policy of the target demands; ${ALL_VARIABLES}`,
        command: update(subject, 'PASSWORD_LENGTH=32'),
      },
      {
        what: 'The pending version holds the refused password: remove AWSPENDING from it before rotating again',
      },
    ],
    page: guide('reference_available-rotation-templates.html'),
  }),
  'username-too-long': (subject) => ({
    affected: THIS,
    fixes: [
      { what: 'Give the user a name that leaves room for _clone, and put it into the secret' },
      {
        what: `If the engine takes more, raise the limit; ${ALL_VARIABLES}`,
        command: update(subject, 'USERNAME_CHARACTER_LIMIT=32'),
      },
    ],
    page: guide('rotation-strategy.html'),
  }),
};
