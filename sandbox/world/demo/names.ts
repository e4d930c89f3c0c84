/** The teams of the company and what each keeps under `<env>/<team>/`. */
export const TEAMS: { readonly [team: string]: readonly string[] } = {
  payments: [
    'db-reader',
    'hsm-pin',
    'webhook-hmac',
    'card-vault',
    'stripe-connect',
    'adyen-api',
    'sepa-sftp',
  ],
  checkout: ['stripe-key', 'adyen-hmac', 'paypal-oauth', 'cart-signing', 'session-key', 'klarna-api'],
  orders: ['aurora-app', 'aurora-ro', 'kafka-sasl', 'fulfilment-api', 'webhook-hmac'],
  identity: ['oidc-signing', 'smtp-relay', 'saml-cert', 'session-pepper', 'scim-token', 'mfa-seed'],
  billing: ['sap-odata', 'stripe-webhook', 'invoice-signing', 'netsuite-oauth', 'postgres-app'],
  ledger: ['postgres-app', 'reporting-ro', 'audit-signing', 'export-sftp'],
  search: ['opensearch', 'index-writer', 'synonyms-api'],
  notifications: ['twilio', 'sendgrid', 'apns-key', 'fcm-account', 'slack-bot'],
  catalog: ['aurora-app', 'cms-token', 'image-cdn', 'import-sftp'],
  fraud: ['model-signing', 'maxmind', 'sift-api', 'postgres-features'],
  geo: ['mapbox-token', 'here-api', 'postgis-app'],
  edge: ['tls-origin', 'waf-token', 'cdn-purge'],
  platform: [
    'datadog-api',
    'github-app',
    'pagerduty',
    'grafana-admin',
    'argocd',
    'vault-unseal',
    'dockerhub',
  ],
  tax: ['avalara', 'vies-api'],
};

/** Teams that came later, in the region their service runs in: each has what every service of a kind needs. */
export const LATER_TEAMS: { readonly [team: string]: string } = {
  inventory: 'us-east-1',
  shipping: 'us-east-1',
  pricing: 'us-west-2',
  returns: 'us-east-1',
  loyalty: 'us-west-2',
  recommendations: 'us-west-2',
  marketing: 'us-east-1',
  crm: 'eu-west-1',
  compliance: 'eu-west-1',
  treasury: 'eu-west-1',
  subscriptions: 'us-west-2',
  messaging: 'ap-southeast-2',
  media: 'us-west-2',
  logistics: 'ap-southeast-2',
};

/** What each of them keeps. */
export const LATER_SECRETS = ['aurora-app', 'aurora-ro', 'kafka-sasl', 'partner-api', 'webhook-hmac'];

/** What the services of every team need, and which services there are. */
export const SERVICES = ['api', 'worker', 'web'];
export const SERVICE_SECRETS = ['sentry-dsn', 'redis-auth', 'jwt-signing', 'feature-flags', 'smtp-relay'];

/** What the markets keep for themselves, each in its own region. */
export const MARKETS: readonly {
  readonly prefix: string;
  readonly region: string;
  readonly teams: number;
}[] = [
  { prefix: 'prod/eu', region: 'eu-west-1', teams: 12 },
  { prefix: 'prod/west', region: 'us-west-2', teams: 9 },
  { prefix: 'prod/apac', region: 'ap-southeast-2', teams: 9 },
];

/** The five secrets every team of a market has. */
export const MARKET_SECRETS = ['postgres-app', 'partner-api', 'webhook-hmac', 'export-sftp', 'signing-key'];

/** The data platform's own, outside the environments. */
export const DATA = [
  'data/redshift/etl',
  'data/redshift/analyst-ro',
  'data/snowflake/loader',
  'data/snowflake/dbt',
  'data/kafka/connect-sasl',
  'data/kafka/schema-registry',
  'data/airflow/fernet-key',
  'data/airflow/postgres-meta',
  'data/looker/api3',
  'data/looker/embed-signing',
  'data/fivetran/api',
  'data/segment/write-key',
  'data/postgres/warehouse-ro',
  'data/mlflow/tracking',
];

/** The build pipelines'. */
export const PIPELINES = [
  'ci/github/runner-token',
  'ci/npm/publish',
  'ci/docker/pull',
  'ci/sonar/token',
  'ci/slack/deploys',
  'ci/terraform/state-signing',
  'ci/apple/notarize',
  'ci/codecov/upload',
];

/** Legal names that break tools which take a name for a path, a word or a complete ARN. */
export const TRICKY = [
  'legacy/erp//oracle',
  'legacy/erp/../admin',
  'legacy/share/',
  'legacy/report-runner-ABC123',
  'shared/mail+alerts@acme.example',
  'shared/release=2026.11_rc-1',
  'shared/.env.defaults',
  'shared/-dash-first',
  'Legacy.ERP_Admin+RO@eu',
  'shared/constructor',
  `shared/${'very-'.repeat(30)}long`,
];

/** The clusters whose master password RDS keeps itself: `rds!cluster-<id>`. */
export const CLUSTERS = [
  'orders',
  'orders',
  'catalog',
  'catalog',
  'ledger',
  'fraud',
  'geo',
  'billing',
  'search',
  'inventory',
  'shipping',
  'returns',
  'identity',
  'edge',
];

/** Where secrets and their replicas live. */
export const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];
