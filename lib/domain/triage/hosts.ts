/** What stands at the other end of a connection. */
export type HostKind = 'secrets-manager' | 'aws-api' | 'database' | 'http' | 'unnamed';

const SECRETS_MANAGER =
  /\bsecretsmanager(?:-fips)?\.[a-z0-9.-]{1,80}|vpce-[\w-]{1,60}\.secretsmanager\.|operation error Secrets Manager|client-secrets-manager|Secrets ?ManagerClient|SecretsManagerException|AmazonSecretsManager|secretsmanager:\/\/|Aws::SecretsManager|services\.secretsmanager/i;
// A regional API: `rds.us-east-1.amazonaws.com`. Instances have more labels before the region.
const AWS_API =
  /(?:^|[\s"'(/@])(?:vpce-[\w-]{1,60}\.)?[a-z][a-z0-9-]{1,30}(?:-fips)?\.(?:[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]{4,9}-\d\.(?:vpce\.)?)?(?:amazonaws\.com(?:\.cn)?|api\.aws)\b|operation error (?!Secrets Manager)[A-Z][\w ]{1,40}: |@aws-sdk\/client-(?!secrets-manager)/i;
const INSTANCE =
  /\.(?:rds|docdb|redshift|redshift-serverless|neptune|memorydb|cache)\.[a-z0-9.-]{1,60}amazonaws\.com|\.cache\.amazonaws\.com|\.mongodb\.net|\.database\.windows\.net|\.oraclecloud\.com/i;
const DATABASE_PORT =
  /(?::|port[=: ]{1,2}|port["'] ?: ?)(?:3306|3307|5432|5433|6432|1433|1434|1521|1522|1526|2484|27017|27018|6379|6380|5439|50000|50001|389|636|9042|9142|9096|5671|5672|61617|22|7687|7474|9440|8123|9000|11210|11207|8086|1883|8883)\b/i;
const DRIVER =
  /mysql|maria|postgres|psycopg|\bpg[:.]|\bpq: |pg8000|npgsql|oracle|cx_Oracle|\bORA-|sql ?server|mssql|\btds\b|tedious|\bmongo|\bredis|jdbc|odbc|\bdb2\b|redshift|sequelize|typeorm|knex|hikari|asyncpg|\bldap|sqlalchemy|\bsql\.|\bdatabase\b|\bdb\b|documentdb|elasticache|valkey|cassandra|\bRDS host|paramiko|neo4j|clickhouse|couchbase|trino|snowflake|influx|\bsmtp/i;
const HTTP =
  /https?:\/\/|\baxios|\brequests\.|urllib3?|\bfetch\b|HttpClient|HTTPSConnectionPool|HTTPConnectionPool|httpx|aiohttp|\bundici\b|okhttp|:443\b|\bpartner\b|\bvendor\b|\bAPI\b|\bwebhook/;

/** Which kind of host a text is about: the most telling name in it decides. */
export function hostKind(text: string): HostKind {
  if (SECRETS_MANAGER.test(text)) return 'secrets-manager';
  if (INSTANCE.test(text)) return 'database';
  if (AWS_API.test(text)) return 'aws-api';
  if (DATABASE_PORT.test(text)) return 'database';
  if (/https?:\/\//.test(text)) return 'http';
  if (DRIVER.test(text)) return 'database';
  return HTTP.test(text) ? 'http' : 'unnamed';
}
