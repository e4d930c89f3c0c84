import type { Rule } from '../clue.ts';

const ANSWERED =
  /certificate|SSL(?:Handshake|Error)|PKIX|password authentication failed|18456|Login failed for|Access denied for|no pg_hba/i;

// What drivers say themselves; network errors that do not name a driver are read by the reason about networks.
export const databaseUnreachable: Rule = {
  cause: 'database-unreachable',
  clues: [
    {
      sign: /\((?:2002|2003|2005|2006|2013|2055)\b|Can't connect to (?:local )?(?:MySQL|MariaDB) server|Lost connection to (?:MySQL|MariaDB)?|MySQL server has gone away|CR_CONN_HOST_ERROR|PROTOCOL_CONNECTION_LOST|Communications link failure|Unknown MySQL server host|ER_CON_COUNT_ERROR|\(1040\b|Too many connections|Host '[^']{1,80}' is blocked|\(1129\b/i,
      weight: 84,
      says: 'The MySQL server was not reached',
      unless: ANSWERED,
    },
    {
      sign: /connection to server at [^\n]{1,160} failed: (?:Connection (?:timed out|refused)|timeout|No route|could not)|could not connect to server|could not translate host name|timeout expired|\b57P0[123]\b|the database system is (?:starting up|shutting down|in recovery)|terminating connection due to administrator|server closed the connection unexpectedly|\b53300\b|too many clients already|remaining connection slots are reserved|too many connections for (?:role|database)|Connection terminated (?:unexpectedly|due to connection timeout)|ConnectionDoesNotExistError|Is the server running on that host|\b08(?:001|006|004|000)\b|The connection attempt failed|Failed to connect to \S{1,120}:\d{2,5}|Connection to \S{1,120}:\d{2,5} refused/i,
      weight: 83,
      says: 'The server was not reached, or takes no connection',
      unless:
        /certificate|SSL|PKIX|authentication failed|Login failed|no pg_hba|SQL30082N|USERNAME|Incorrect username/i,
    },
    {
      sign: /Adaptive Server (?:is unavailable|connection (?:failed|timed out))|\b2000[29]\b|A network-related or instance-specific error|TCP\/IP connection to the host|Login timeout expired|\bHYT0[01]\b|\bESOCKET\b|Failed to connect to [^\n]{1,80} in \d{1,7} ?ms|TCP Provider|Named Pipes Provider|\b1006[01]\b|The server was not found or was not accessible|Connection Timeout Expired|Cannot open server/i,
      weight: 84,
      says: 'The SQL Server was not reached',
      unless: /certificate|Login failed for|18456|SSL/i,
    },
    {
      sign: /ORA-(?:12170|12514|12541|12154|12505|12543|12545|12535|12537|12547|12560|12528|12516|12518|12519|12520|12526|03113|03114|03135|01033|01034|01089|12506|12606|00018|00020)\b|TNS:|DPY-(?:6005|6000|6001|4011|6003|6010|4024)|NJS-5\d\d|The Network Adapter could not establish/i,
      weight: 85,
      says: 'The Oracle listener or instance was not reached',
      unless:
        /SSL|certificate|ORA-01017|ORA-12660|DPY-3001|Native Network Encryption|DPY-6005[^\n]{0,400}CERTIFICATE/i,
    },
    {
      sign: /ServerSelectionTimeout|MongoServerSelectionError|MongoNetwork(?:Timeout)?Error|MongoTimeoutException|MongoSocket\w{1,20}Exception|AutoReconnect|No (?:replica set members|servers? (?:found|available|match))|NetworkTimeout|NoServerAvailable|No \w{1,30} server is available|connection pool[^\n]{0,40}(?:cleared|paused)|server selection (?:error|timeout|timed out)/i,
      weight: 83,
      says: 'No server of the MongoDB cluster was reached',
      unless: /certificate|SSL|handshake|CERTIFICATE_VERIFY|self[- ]signed|Authentication failed/i,
    },
    {
      sign: /Error (?:111|110|-2|-3|8|61|113) connecting to|Timeout (?:connecting to|reading from) (?:server|socket)|MaxRetriesPerRequestError|Connection is closed|JedisConnectionException|RedisConnectionException|Unable to connect to Redis|Redis connection to \S{1,120} failed|ClusterAllFailedError|\bCLUSTERDOWN\b|max number of clients reached/i,
      weight: 84,
      says: 'The Redis server was not reached',
      unless: /certificate|SSL|WRONGPASS|NOAUTH/i,
    },
    {
      sign: /SQL30081N|SQL1336N|SQL30080N|SQL1224N|SQL1032N|ERRORCODE=-4499|communication error has been detected/i,
      weight: 86,
      says: 'The Db2 server was not reached',
      unless: /SSL|GSK/,
    },
    {
      sign: /Can['’]t contact LDAP server|LDAPSocketOpenError|ldap[^\n]{0,40}(?:server|connection)[^\n]{0,30}(?:down|unavailable|refused)|SERVER_DOWN|Cannot contact any KDC|NoHostAvailable|NoBrokersAvailable|HikariPool-\d{1,3} - Connection is not available|Could not (?:open JDBC Connection|create connection to database server)|pool timed out while waiting|Cannot get a connection|Unable to acquire JDBC Connection|ConnectionAcquireTimeoutError|SequelizeConnection(?:Refused|TimedOut|HostNotFound|HostNotReachable)Error|Knex: Timeout acquiring/i,
      weight: 78,
      says: 'The target was not reached',
      unless: ANSWERED,
    },
  ],
};
