import type { Random } from '../../random.ts';
import { DUE, INCIDENT } from './incident.ts';
import {
  DATA,
  LATER_SECRETS,
  LATER_TEAMS,
  MARKET_SECRETS,
  MARKETS,
  PIPELINES,
  REGIONS,
  SERVICE_SECRETS,
  SERVICES,
  TEAMS,
  TRICKY,
} from './names.ts';
import type { Plan, Use } from './plan.ts';
import { HOUR } from './script.ts';

/** Where a rule below would place them elsewhere: the replicas of secrets people look for first. */
const REPLICAS: { readonly [name: string]: readonly string[] } = {
  'prod/payments/db-reader': ['us-west-2', 'eu-west-1'],
  'prod/checkout/stripe-key': ['us-west-2', 'eu-west-1'],
  'prod/checkout/paypal-oauth': ['us-west-2', 'eu-west-1'],
  'prod/checkout/cart-signing': ['us-west-2', 'eu-west-1', 'ap-southeast-2'],
  'prod/checkout/adyen-hmac': ['us-east-1'],
  'prod/identity/oidc-signing': ['eu-west-1', 'ap-southeast-2'],
  'prod/payments/webhook-hmac': ['us-west-2'],
  'prod/orders/aurora-app': ['us-west-2'],
  'prod/orders/aurora-ro': ['us-west-2'],
  'prod/ledger/postgres-app': ['us-west-2'],
  'prod/search/opensearch': ['us-east-1'],
  'prod/inventory/aurora-app': ['us-west-2'],
  'prod/checkout/session-key': ['us-west-2'],
  'prod/checkout/klarna-api': ['us-west-2', 'eu-west-1'],
  'prod/identity/scim-token': ['us-west-2', 'ap-southeast-2'],
  'prod/fraud/sift-api': ['eu-west-1'],
  'data/snowflake/dbt': ['us-west-2'],
  'data/redshift/etl': ['us-west-2'],
};

/** Primaries outside the region of their kind. */
const HOMES: { readonly [name: string]: string } = {
  'prod/checkout/adyen-hmac': 'eu-west-1',
  'prod/payments/card-vault': 'us-west-2',
  'prod/search/opensearch': 'us-west-2',
  'prod/catalog/aurora-app': 'us-west-2',
};

/** Rotations that have begun and not ended. */
const UNFINISHED: { readonly [name: string]: Plan['unfinished'] } = {
  'prod/billing/postgres-app': { hours: 3.5, fails: 'createSecret' },
  'prod/ledger/postgres-app': { hours: 3.4, fails: 'createSecret' },
  'prod/ledger/reporting-ro': { hours: 0.2, fails: 'testSecret' },
  'prod/fraud/postgres-features': { hours: 2.3, fails: 'setSecret' },
  'staging/geo/postgis-app': { hours: 26, fails: undefined },
  'staging/orders/aurora-ro': { hours: 50, fails: undefined },
  // The endpoint their functions need is gone: nothing has to be declared.
  ...Object.fromEntries(
    INCIDENT.map((name, at) => [name, { hours: (DUE - at * 7000) / HOUR, fails: undefined }]),
  ),
};

/** They are due every month, so that this night is theirs. */
const MONTHLY = new Set(Object.keys(UNFINISHED));

const DELETED: { readonly [name: string]: number } = {
  'prod/payments/hsm-pin': 29,
  'prod/notifications/slack-bot': 12,
  'staging/edge/waf-token': 3,
  'dev/fraud/sift-api': 21,
  'dev/platform/vault-unseal': 6,
  'ci/codecov/upload': 17,
};

const LABELS: { readonly [name: string]: Plan['label'] } = {
  'prod/checkout/stripe-key': { name: 'known-good', behind: 1 },
  'prod/checkout/cart-signing': { name: 'known-good', behind: 0 },
  'prod/identity/oidc-signing': { name: 'keep-until-jwks-expiry', behind: 2 },
  'prod/identity/saml-cert': { name: 'keep-partner-metadata', behind: 1 },
  'prod/orders/kafka-sasl': { name: 'known-good', behind: 1 },
  'prod/platform/github-app': { name: 'keep-before-migration', behind: 3 },
  'prod/notifications/apns-key': { name: 'keep-ios-17', behind: 2 },
  'data/snowflake/loader': { name: 'known-good', behind: 0 },
  'data/airflow/fernet-key': { name: 'keep-old-dags', behind: 2 },
  'prod/eu/checkout/signing-key': { name: 'known-good', behind: 1 },
};

const EMPTY = new Set(['staging/platform/dockerhub', 'shared/-dash-first']);

/** The plan of every secret but the hero and those the demo tells of apart: the same for the same seed. */
export function catalogOf(random: Random): readonly Plan[] {
  const plans: Plan[] = [];
  const add = (name: string, region: string, team: string, env: string) =>
    plans.push(planOf(random, { name, region: HOMES[name] ?? region, team, env }));
  for (const env of ['prod', 'staging', 'dev']) {
    for (const [team, secrets] of Object.entries(TEAMS)) {
      for (const secret of secrets) add(`${env}/${team}/${secret}`, 'us-east-1', team, env);
    }
    for (const [team, region] of Object.entries(LATER_TEAMS)) {
      for (const secret of LATER_SECRETS) add(`${env}/${team}/${secret}`, region, team, env);
    }
    for (const [at, team] of [...Object.keys(TEAMS), ...Object.keys(LATER_TEAMS)].entries()) {
      for (const service of SERVICES.slice(0, servicesOf(env, at))) {
        for (const secret of SERVICE_SECRETS) {
          add(`${env}/${team}/${service}/${secret}`, LATER_TEAMS[team] ?? 'us-east-1', team, env);
        }
      }
    }
  }
  for (const market of MARKETS) {
    for (const team of Object.keys(TEAMS).slice(0, market.teams)) {
      for (const secret of MARKET_SECRETS) {
        add(`${market.prefix}/${team}/${secret}`, market.region, team, 'prod');
      }
    }
  }
  for (const name of DATA) add(name, 'us-east-1', 'data-platform', 'prod');
  for (const name of PIPELINES) add(name, 'us-east-1', 'platform', 'ci');
  for (const name of TRICKY) add(name, 'us-east-1', 'platform', 'shared');
  return plans;
}

/** Not every service runs everywhere. */
function servicesOf(env: string, at: number): number {
  if (env === 'prod') return 1 + (at % 3);
  return env === 'staging' ? 1 + (at % 2) : at % 2;
}

function planOf(random: Random, base: Pick<Plan, 'name' | 'region' | 'team' | 'env'>): Plan {
  const { name, region, env } = base;
  const label = LABELS[name];
  const days = random.pick([30, 30, 60, 90]);
  const rotation = rotationOf(name);
  return {
    ...base,
    replicas: REPLICAS[name] ?? someReplicas(random, region, env),
    rotation:
      label || rotation === undefined ? undefined : { name: rotation, days: MONTHLY.has(name) ? 30 : days },
    use: pickUse(random, env),
    versions: Math.max(1 + Math.floor(random.next() * (env === 'prod' ? 6 : 4)), label ? 4 : 1),
    unfinished: UNFINISHED[name],
    deletedDaysAgo: DELETED[name],
    label,
    empty: EMPTY.has(name),
  };
}

/** Databases are rotated by a function; keys of partners by hand. */
function rotationOf(name: string): string | undefined {
  const kind = /aurora|postgres|postgis|redshift|-ro$|db-/.exec(name)?.[0];
  if (kind === undefined) return undefined;
  if (kind === 'aurora' || kind === 'redshift') return `rotate-${kind}`;
  return 'rotate-postgres';
}

function someReplicas(random: Random, region: string, env: string): readonly string[] {
  const kept = env === 'prod' ? 0.92 : env === 'staging' ? 0.3 : 0;
  if (random.next() >= kept) return [];
  const others = REGIONS.filter((other) => other !== region);
  const count = 1 + Math.floor(random.next() ** 1.4 * others.length);
  const first = Math.floor(random.next() * others.length);
  return Array.from({ length: count }, (_, at) => others[(first + at) % others.length]!);
}

function pickUse(random: Random, env: string): Use {
  const roll = random.next();
  const rare = env === 'prod' ? 0.08 : 0.2;
  if (roll < rare) return 'unread';
  return roll < 2.2 * rare ? 'forgotten' : 'busy';
}
