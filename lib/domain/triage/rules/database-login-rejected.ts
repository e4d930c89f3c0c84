import type { Rule } from '../clue.ts';

// Refused because of who asks: name, password, account or authentication method.
export const databaseLoginRejected: Rule = {
  cause: 'database-login-rejected',
  clues: [
    // MySQL, MariaDB: https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html
    {
      sign: /Access denied for user (?:'[^']{0,80}'@'[^']{0,80}'|\S{1,80})(?! to database)(?:[^;\n]{0,4}using password: ?\w{2,3}\))?/i,
      weight: 88,
      says: 'MySQL refused the user or its password',
      unless: /Access denied for user '[^']{0,80}'@'[^']{0,80}' to database/i,
    },
    {
      sign: /\bER_ACCESS_DENIED_ERROR\b|\b(?:errno:? ?|\(|error )1045\b/i,
      weight: 85,
      says: 'MySQL error 1045: access denied',
    },
    {
      sign: /Host '[^']{0,120}' is not allowed to connect|ER_HOST_NOT_PRIVILEGED/i,
      weight: 88,
      says: 'The server accepts no login of this user from this host',
    },
    {
      sign: /Account is locked|ER_ACCOUNT_HAS_BEEN_LOCKED|account (?:has been|is|was) (?:temporarily )?locked|user (?:account )?is locked/i,
      weight: 86,
      says: 'The account is locked',
    },
    {
      sign: /ER_MUST_CHANGE_PASSWORD|Your password has expired|You must reset your password|password (?:has |is |was )?expired|password for user \S{1,80} has expired/i,
      weight: 84,
      says: 'The password has expired',
    },
    {
      sign: /Authentication plugin '[^']{1,60}' (?:cannot be loaded|is not supported|reported error)|Client does not support authentication protocol|ER_NOT_SUPPORTED_AUTH_MODE|Server requests authentication using unknown plugin|plugin caching_sha2_password could not be loaded/i,
      weight: 82,
      says: 'Client and server share no authentication method',
    },
    // PostgreSQL, Redshift: https://www.postgresql.org/docs/current/errcodes-appendix.html
    {
      sign: /(?:password|IAM|PAM|LDAP|GSSAPI|SCRAM|Ident|Peer|RADIUS|certificate) authentication failed/i,
      weight: 88,
      says: 'The server refused the password',
      unless: /\bORA-/,
    },
    {
      sign: /\b28P01\b|\binvalid_password\b|InvalidPasswordError\b|\binvalid_authorization_specification\b|InvalidAuthorizationSpecification/i,
      weight: 86,
      says: 'SQLSTATE class 28: authentication failed',
      unless: /no encryption|SSL off/,
    },
    {
      sign: /(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection) for [^\n]{0,200}?SSL (?:on|encryption)|(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection) for (?:host|replication)[^\n]{0,200}$/i,
      weight: 85,
      says: 'PostgreSQL admits this user from this host by no rule',
      unless: /no encryption|SSL off/,
    },
    {
      sign: /(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection) for [^\n]{0,200}?SSL (?:on|encryption)/i,
      weight: 85,
      says: 'PostgreSQL admits this user from this host by no rule',
    },
    {
      sign: /FATAL: {1,4}role "?[^"\n]{1,80}"? (?:does not exist|is not permitted to log ?in)|is not permitted to log ?in/i,
      weight: 86,
      says: 'PostgreSQL knows no such user that may log in',
    },
    {
      sign: /SCRAM authentication requires libpq|authentication method \d{1,3} (?:not|is not) supported|SASL[^\n]{0,60}(?:client|server) signature|unsupported authentication method|The authentication type \d{1,3} is not supported|SASL authentication failed|server login failed|client password must be a string/i,
      weight: 80,
      says: 'Client and server share no authentication method',
    },
    {
      sign: /database "[^"\n]{1,80}" does not exist|\b3D000\b|Unknown database '[^']{1,80}'|ER_BAD_DB_ERROR/i,
      weight: 68,
      says: 'The database named in the secret does not exist',
    },
    // SQL Server: https://learn.microsoft.com/en-us/sql/relational-databases/errors-events/database-engine-events-and-errors
    {
      sign: /Login failed for user|\b18456\b|\bELOGIN\b|Login failed\. The login is from an untrusted domain|Cannot open database "?[^"\n]{1,80}"? requested by the login|\bThe login failed\b|account is disabled\. |The password of the account (?:has expired|must be changed)/i,
      weight: 88,
      says: 'SQL Server refused the login',
    },
    // Oracle: https://docs.oracle.com/en/error-help/db/
    {
      sign: /ORA-(?:01017|1017|28000|28001|28002|28040|28009|28030|01005|01004|28194|28547|28365)\b|logon denied|DPY-(?:4001|3010|3015)\b|NJS-116\b|password verifier type|invalid username\/password/i,
      weight: 88,
      says: 'Oracle refused the login',
      unless: /ORA-01045/,
    },
    // MongoDB, DocumentDB: https://www.mongodb.com/docs/manual/reference/error-codes/
    {
      sign: /bad auth ?:|AuthenticationFailed\b|\bAuthentication failed\b|MongoSecurityException|auth(?:entication)? error\b[^\n]{0,80}(?:sasl|scram|mechanism)|unable to authenticate using mechanism|Auth::Unauthorized/i,
      weight: 86,
      says: 'The server refused the authentication',
      unless:
        /\bHTTP\b|invalid_grant|invalid_client|oauth|salesforce|\b40[13]\b|when calling the|status(?: ?code)?\W{0,3}[45]\d\d|\bSSL\b.{0,30}fail|\bTLS\b/i,
    },
    // Redis, ElastiCache, MemoryDB: https://redis.io/docs/latest/commands/auth/
    {
      sign: /\bWRONGPASS\b|AuthenticationError: Authentication required|\bNOAUTH\b|invalid username-password pair|ERR invalid password|Client sent AUTH, but no password is set|AUTH <password> called without any password|AUTH (?:failed|called without)|without any password configured for the default user/i,
      weight: 90,
      says: 'Redis refused AUTH',
    },
    // Db2: https://www.ibm.com/docs/en/db2/11.5?topic=messages-sql-codes
    {
      sign: /SQL30082N|USERNAME AND\/OR PASSWORD INVALID|ERRORCODE=-4214\b|Connection authorization failure occurred|User ID or Password invalid|SQLSTATE[=: ]{1,2}28000/i,
      weight: 86,
      says: 'Db2 refused user id or password',
      unless: /pg_hba/,
    },
    {
      sign: /Incorrect username or password|JWT token is invalid|\b390(?:100|144)\b|AUTHENTICATION_FAILED|Bad credentials|Provided username .{0,80} and\/or password are incorrect|Username and\/or password are incorrect/i,
      weight: 84,
      says: 'The target refused user name or password',
      unless:
        /\bHTTP\b|status(?: ?code)?\W{0,3}[45]\d\d|\b40[13]\b|when calling the|invalid_grant|salesforce|INVALID_LOGIN/i,
    },
    // LDAP, Active Directory, brokers, SFTP.
    {
      sign: /LDAP[^\n]{0,160}data (?:52e|525|530|532|533|701|773|775)\b|INVALID_CREDENTIALS|LDAPBindError|\binvalidCredentials\b|AcceptSecurityContext error|Invalid credentials\b|kinit[^\n]{0,40}(?:failed|Preauthentication)|Preauthentication failed|KDC_ERR_PREAUTH_FAILED|KRB_AP_ERR/i,
      weight: 84,
      says: 'The directory refused the credentials',
      unless: /\bHTTP\b|status(?: ?code)?\W{0,3}[45]\d\d|\b40[13]\b/i,
    },
    {
      sign: /ACCESS_REFUSED|SaslAuthentication(?:Exception|Error)|SASL authentication error|Permission denied \((?:publickey|password)|AuthenticationException: Authentication failed|\b535\b|NT_STATUS_(?:LOGON_FAILURE|ACCOUNT_LOCKED)|paramiko\.[\w.]{1,40}AuthenticationException/i,
      weight: 84,
      says: 'The target refused the login',
    },
    {
      sign: /\b(?:user ?name|user|login|credentials?)\b[^\n]{0,40}\bpassword\b[^\n]{0,30}\b(?:incorrect|wrong|invalid|rejected|refused|not accepted|did not match)\b|\b(?:incorrect|wrong|bad) password\b|\binvalid (?:user ?name|login|user id) (?:or|and|\/) ?password\b|\b(?:current|old|existing|stored|pending|new) (?:password|credentials?) (?:is|are|was|were|no longer) (?:not )?(?:rejected|refused|accepted|valid|work\w*)/i,
      weight: 74,
      says: 'The stored password was not accepted',
      unless: /\bHTTP\b|polic|complex|validation failed|salesforce/i,
    },
    // In the words of functions that people write themselves, and of drivers not named above.
    {
      sign: /\b(?:incorrect|wrong|bad|invalid) (?:user ?names?|user|login|user id)? ?(?:or|and|\/)? ?(?:password|credentials?)\b|\bAuth(?:entication|orization)?(?:Error|Exception|Failure|FailedException)\b|\bauthentication[ _](?:failure|failed|error|rejected|unsuccessful)\b|\bcredentials? (?:were |was |are |is |have been )?(?:rejected|refused|invalid|incorrect|wrong|denied|not (?:valid|accepted))\b|\b(?:log ?-?in|logon|sign-?in) (?:was |is |attempt )?(?:denied|refused|rejected|not permitted)\b/i,
      weight: 68,
      says: 'The target refused the login',
      unless:
        /\bHTTP\b|https?:|\b40[13]\b|\bAPI\b|oauth|salesforce|invalid_grant|token|certificate|when calling the|SSL|TLS|kms|AccessDeniedException/i,
    },
  ],
};
