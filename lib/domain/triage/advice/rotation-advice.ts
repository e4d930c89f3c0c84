import type { Cause } from '../cause.ts';
import type { Advice } from './advice.ts';
import { guide, troubleshooting } from './pages.ts';
import { command, type Subject } from './subject.ts';

const THIS = 'This secret';
const FORMAT = guide('reference_secret_json_structure.html');

const describe = (subject: Subject) =>
  command(subject, 'secretsmanager describe-secret', { 'secret-id': subject.secret });
const rotate = (subject: Subject) =>
  command(subject, 'secretsmanager rotate-secret', { 'secret-id': subject.secret });
// Never a step to take blindly: the pending value may be the live password.
const clearPending = (subject: Subject) => ({
  what: 'If setSecret ran, the pending value may be the live password: try it first. Then remove AWSPENDING from that version',
  command: command(subject, 'secretsmanager update-secret-version-stage', {
    'secret-id': subject.secret,
    'version-stage': 'AWSPENDING',
    'remove-from-version-id': undefined,
  }),
});

type Own =
  | 'secret-format-invalid'
  | 'engine-mismatch'
  | 'admin-secret-missing'
  | 'rotation-not-enabled'
  | 'stage-mismatch'
  | 'pending-stuck'
  | 'throttled'
  | 'unknown';

/** Causes that lie in the secret and its rotation. */
export const rotationAdvice: Readonly<Record<Extract<Cause, Own>, (subject: Subject) => Advice>> = {
  'secret-format-invalid': () => ({
    affected: THIS,
    fixes: [
      { what: 'Put a value that is a JSON object with the keys the function reads; their case counts' },
      { what: 'For alternating users, let the secret and its superuser secret name the same host' },
    ],
    page: FORMAT,
  }),
  'engine-mismatch': () => ({
    affected: THIS,
    fixes: [
      { what: 'Set the key "engine" of the secret to the engine of the database' },
      { what: 'Or rotate the secret with a function for that engine' },
    ],
    page: guide('reference_available-rotation-templates.html'),
  }),
  'admin-secret-missing': (subject) => ({
    affected: 'Every secret that is rotated through the same superuser secret',
    fixes: [
      { what: 'Put the ARN of the superuser secret into the key "masterarn" of the secret' },
      {
        what: 'If that secret was deleted, restore it within its recovery window',
        command: command(subject, 'secretsmanager restore-secret', { 'secret-id': undefined }),
      },
      { what: 'Or rotate with the single-user function, which needs none' },
    ],
    page: guide('rotation-strategy.html'),
  }),
  'rotation-not-enabled': (subject) => ({
    affected: THIS,
    fixes: [
      { what: 'See whether rotation is on, and with which function', command: describe(subject) },
      {
        what: 'Switch it on; without the last option it rotates at once',
        command: command(subject, 'secretsmanager rotate-secret', {
          'secret-id': subject.secret,
          'rotation-lambda-arn': subject.fn,
          'rotation-rules': undefined,
          'no-rotate-immediately': '',
        }),
      },
    ],
    page: guide('rotate-secrets_turn-on-cli.html'),
  }),
  'stage-mismatch': (subject) => ({
    affected: THIS,
    fixes: [
      { what: 'See which version carries which label', command: describe(subject) },
      {
        what: 'Stop whoever else writes this secret, and let the function hand on ClientRequestToken and RotationToken',
      },
      clearPending(subject),
      { what: 'Then rotate again', command: rotate(subject) },
    ],
    page: troubleshooting('troubleshoot_rotation_putsecretvalue'),
  }),
  'pending-stuck': (subject) => ({
    affected: THIS,
    fixes: [
      {
        what: 'Make sure that no attempt runs, and see which version carries AWSPENDING',
        command: describe(subject),
      },
      clearPending(subject),
      { what: 'Then rotate again', command: rotate(subject) },
    ],
    page: guide('troubleshoot_rotation.html'),
  }),
  throttled: (subject) => ({
    affected:
      'Everything that calls the same API in this account and region, or runs on the same concurrency',
    fixes: [
      {
        what: "See the function's reserved concurrency: 0 forbids any run, less than 10 is too little",
        command: command(subject, 'lambda get-function-concurrency', { 'function-name': subject.fn }),
      },
      { what: 'Spread the rotation windows, and rotate less often than every 10 minutes' },
      { what: 'Then rotate again', command: rotate(subject) },
    ],
    page: guide('reference_limits.html'),
  }),
  unknown: (subject) => ({
    affected: THIS,
    fixes: [
      { what: "Read the function's log around the failure, from START to REPORT of that invocation" },
      { what: 'See the CloudTrail events of the execution role in the same minutes' },
      {
        what: 'Run testSecret alone, without rotating',
        command: command(subject, 'secretsmanager rotate-secret', {
          'secret-id': subject.secret,
          'no-rotate-immediately': '',
        }),
      },
    ],
    page: guide('troubleshoot_rotation.html'),
  }),
};
