import type { Json } from '../../operation.ts';
import type { Target } from '../../targets/state.ts';

/** A secret of the demo whose rotation ends in a way of its own. */
export interface Case {
  readonly name: string;
  /** The function that rotates it. */
  readonly function: string;
  /** When the schedule fired, in hours before the demo opens. */
  readonly hours: number;
  /** Members of its value that are not as values of its name are; null leaves one out. */
  readonly value?: Json;
  /** What is special about its database. */
  readonly target?: Partial<Target>;
  /** The customer key of its values. */
  readonly key?: string;
}

/** Databases in a group of their own: what lets functions in is one rule of it. */
export const DATABASES = 'sg-0mysqldb93c1e7a2';

const CLOSED = { securityGroup: DATABASES } as const;

/**
 * Rotations that failed in the last day but for the incident, by what stopped them; the last ones are healthy. The
 * words are those of the list of causes.
 */
export const CASES: readonly Case[] = [
  // lambda-timeout: the database takes longer for the change than the function may run.
  { name: 'prod/warehouse/oracle-batch', function: 'rotate-oracle', hours: 12.2, target: { slowMs: 45_000 } },
  {
    name: 'prod/warehouse/oracle-reports',
    function: 'rotate-oracle',
    hours: 12.1,
    target: { slowMs: 45_000 },
  },
  // database-unreachable: the rule that let the functions in is revoked.
  { name: 'prod/reviews/mysql-app', function: 'rotate-mysql', hours: 8.9, target: CLOSED },
  { name: 'prod/reviews/mysql-moderation', function: 'rotate-mysql', hours: 8.8, target: CLOSED },
  { name: 'prod/pos/mysql-till', function: 'rotate-mysql', hours: 8.7, target: CLOSED },
  // lambda-not-invocable: its policy no longer lets Secrets Manager in.
  { name: 'prod/forum/mariadb-app', function: 'rotate-mariadb', hours: 6.8 },
  { name: 'prod/forum/mariadb-search', function: 'rotate-mariadb', hours: 6.7 },
  // lambda-missing: deleted.
  { name: 'prod/backoffice/sqlserver-app', function: 'rotate-sqlserver-old', hours: 10.5 },
  // lambda-code-error: two steps of the generic template never written; a package without its driver.
  { name: 'prod/loyalty/postgres-points', function: 'rotate-points', hours: 14.2 },
  { name: 'prod/analytics/postgres-etl', function: 'rotate-analytics', hours: 9.6 },
  // secrets-permission-denied: the function's role lost a right.
  { name: 'prod/search/postgres-index', function: 'rotate-search', hours: 5.2 },
  { name: 'prod/search/postgres-suggest', function: 'rotate-search', hours: 5.1 },
  // kms-permission-denied, kms-key-unavailable: the key's policy, the key's state.
  {
    ...{ name: 'prod/treasury/postgres-core', function: 'rotate-treasury', hours: 12.8 },
    key: 'alias/treasury',
  },
  { name: 'prod/vault/mysql-core', function: 'rotate-vault', hours: 14.8, key: 'alias/vault' },
  // database-login-rejected: somebody changed the password at the database. One of them logs where few may read.
  { name: 'prod/kiosk/postgres-app', function: 'rotate-kiosk', hours: 7.4 },
  { name: 'prod/pci/postgres-vault', function: 'rotate-pci', hours: 4.4 },
  // database-permission-denied
  { name: 'prod/media/mysql-cms', function: 'rotate-media', hours: 11.1 },
  // secret-format-invalid, engine-mismatch
  {
    ...{ name: 'prod/returns/postgres-archive', function: 'rotate-postgres', hours: 15.5 },
    value: { username: null },
  },
  {
    ...{ name: 'prod/returns/postgres-labels', function: 'rotate-postgres', hours: 15.2 },
    value: { engine: 'mysql' },
  },
  // admin-secret-missing: not named, or gone.
  { name: 'prod/pricing/mysql-rates', function: 'rotate-mysql-multi', hours: 13.3 },
  {
    ...{ name: 'prod/pricing/mysql-quotes', function: 'rotate-mysql-multi', hours: 13.2 },
    value: {
      masterarn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/pricing/mysql-admin-Qx7bGt',
    },
  },
  // username-too-long: MySQL's sixteen characters, with `_clone` behind them.
  {
    ...{ name: 'prod/pricing/mysql-campaigns', function: 'rotate-mysql-multi', hours: 13.1 },
    value: {
      username: 'campaigns_rw',
      masterarn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/pricing/mysql-admin-Qx7bGt',
    },
  },
  // tls-failed
  {
    ...{ name: 'prod/messaging/postgres-queue', function: 'rotate-postgres', hours: 10.2 },
    ...{ value: { ssl: false }, target: { tls: 'required' } },
  },
  // password-rejected: it takes no punctuation, and the function's passwords have some.
  {
    ...{ name: 'prod/pos/sqlserver-till', function: 'rotate-sqlserver', hours: 9.1 },
    target: { forbidden: '!#$%&()*+,-.;<=>?[]^_`{|}~' },
  },
  // rotation-not-enabled, stage-mismatch: somebody interferes while it runs.
  {
    name: 'prod/subscriptions/mysql-billing',
    function: 'rotate-subscriptions',
    hours: 16.2,
    target: { slowMs: 6000 },
  },
  {
    name: 'prod/subscriptions/mysql-plans',
    function: 'rotate-subscriptions',
    hours: 16.1,
    target: { slowMs: 6000 },
  },
  // throttled: no concurrency left for it; an API whose quota is spent elsewhere.
  { name: 'prod/logistics/mysql-fleet', function: 'rotate-logistics', hours: 17.4 },
  { name: 'prod/media/mysql-assets', function: 'rotate-assets', hours: 6.1 },
  // lambda-network-interface, lambda-environment-undecryptable: it cannot be started.
  { name: 'prod/edge/postgres-config', function: 'rotate-edge', hours: 18.3 },
  { name: 'prod/mail/postgres-bounce', function: 'rotate-mail', hours: 3.9 },
  // target-api-rejected
  { name: 'prod/partners/acme-api', function: 'rotate-partner', hours: 5.6, target: { status: 403 } },
  // unknown: its author kept the reason to himself.
  { name: 'prod/forum/mariadb-stats', function: 'rotate-forum', hours: 8.1 },
  // Healthy, and noisy.
  { name: 'prod/partners/globex-api', function: 'rotate-partner', hours: 20.5 },
  { name: 'prod/partners/initech-api', function: 'rotate-partner', hours: 2.2 },
  { name: 'prod/kiosk/postgres-reports', function: 'rotate-kiosk', hours: 19.8 },
  { name: 'prod/media/mysql-thumbnails', function: 'rotate-media', hours: 1.6 },
];
