import type { Cause } from '../cause.ts';
import type { Advice } from './advice.ts';
import { guide, lambdaGuide, troubleshooting } from './pages.ts';
import { command, type Subject } from './subject.ts';

const SAME_FUNCTION = 'Every secret that this function rotates';
const SAME_SUBNET = 'Every function in the same subnets and security groups';

const configuration = (subject: Subject) =>
  command(subject, 'lambda get-function-configuration', { 'function-name': subject.fn });
const update = (subject: Subject, options: Record<string, string | undefined>) =>
  command(subject, 'lambda update-function-configuration', { 'function-name': subject.fn, ...options });

type Own =
  | 'lambda-timeout'
  | 'secrets-endpoint-unreachable'
  | 'lambda-not-invocable'
  | 'lambda-missing'
  | 'lambda-code-error'
  | 'lambda-network-interface'
  | 'lambda-environment-undecryptable';

/** Causes that lie in the function and the network around it. */
export const functionAdvice: Readonly<Record<Extract<Cause, Own>, (subject: Subject) => Advice>> = {
  'lambda-timeout': (subject) => ({
    affected: SAME_FUNCTION,
    fixes: [
      { what: 'See how long the function may run, and in which VPC', command: configuration(subject) },
      {
        what: 'Give it more time; the console gives rotation functions 30 s',
        command: update(subject, { timeout: '60' }),
      },
      {
        what: 'If it still runs into the limit, something does not answer: check the ways to Secrets Manager and to the database',
      },
    ],
    page: troubleshooting('troubleshoot_rotation_timing-out'),
  }),
  'secrets-endpoint-unreachable': (subject) => ({
    affected: SAME_SUBNET,
    fixes: [
      {
        what: 'Look for an interface endpoint of Secrets Manager in the VPC of the function, with private DNS',
        command: command(subject, 'ec2 describe-vpc-endpoints', {
          filters: `Name=service-name,Values=com.amazonaws.${subject.region ?? 'REGION'}.secretsmanager`,
        }),
      },
      { what: "Let the endpoint's security group accept port 443 from the function's security group" },
      { what: 'Or give its subnets a route to a NAT gateway' },
      {
        what: 'If SECRETS_MANAGER_ENDPOINT is set, check it against the region',
        command: configuration(subject),
      },
    ],
    page: guide('rotation-function-network-access.html'),
  }),
  'lambda-not-invocable': (subject) => ({
    affected: SAME_FUNCTION,
    fixes: [
      {
        what: "Let Secrets Manager invoke it, for your account's secrets only",
        command: command(subject, 'lambda add-permission', {
          'function-name': subject.fn,
          'statement-id': 'SecretsManagerAccess',
          action: 'lambda:InvokeFunction',
          principal: 'secretsmanager.amazonaws.com',
          'source-account': subject.account,
        }),
      },
      {
        what: 'If it may, look at the state of the function and its reason',
        command: configuration(subject),
      },
    ],
    page: guide('rotating-secrets-required-permissions-function.html'),
  }),
  'lambda-missing': (subject) => ({
    affected: SAME_FUNCTION,
    fixes: [
      {
        what: 'Make sure that it is gone, and not in another region or account',
        command: configuration(subject),
      },
      { what: 'Create it again from the template for the engine and strategy' },
      {
        what: 'Point the secret to the new function; without the last option it rotates at once',
        command: command(subject, 'secretsmanager rotate-secret', {
          'secret-id': subject.secret,
          'rotation-lambda-arn': undefined,
          'no-rotate-immediately': '',
        }),
      },
    ],
    page: guide('rotate-secrets_turn-on-cli.html'),
  }),
  'lambda-code-error': (subject) => ({
    affected: SAME_FUNCTION,
    fixes: [
      { what: 'See runtime, handler, layers and variables', command: configuration(subject) },
      { what: 'Mend the code or the package, for this runtime and architecture, and deploy it' },
      { what: 'If it was made from a template for an older Python, create it again from the current one' },
    ],
    page: troubleshooting('tshoot-python-version'),
  }),
  'lambda-network-interface': (subject) => ({
    affected: SAME_SUBNET,
    fixes: [
      {
        what: "See the function's subnets, security groups and the reason of its state",
        command: configuration(subject),
      },
      { what: 'Give it subnets with free addresses, or delete network interfaces that nobody uses' },
      {
        what: 'Let its role create, describe and delete network interfaces (AWSLambdaVPCAccessExecutionRole)',
      },
    ],
    page: lambdaGuide('configuration-vpc.html'),
  }),
  'lambda-environment-undecryptable': (subject) => ({
    affected: SAME_FUNCTION,
    fixes: [
      { what: 'See which key encrypts its variables', command: configuration(subject) },
      {
        what: 'See whether that key is enabled',
        command: command(subject, 'kms describe-key', { 'key-id': subject.key }),
      },
      {
        what: 'Let the execution role use the key (kms:Decrypt); if the role was made anew under the same name, set it again',
      },
    ],
    page: lambdaGuide('configuration-envvars-encryption.html'),
  }),
};
