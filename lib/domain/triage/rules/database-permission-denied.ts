import type { Rule } from '../clue.ts';

// Logged in, and then not allowed to change the password or the user.
export const databasePermissionDenied: Rule = {
  cause: 'database-permission-denied',
  clues: [
    {
      sign: /you need \(?at least one of\)? the [^\n]{1,160}? privilege|ER_SPECIFIC_ACCESS_DENIED_ERROR|\(1227\b|\b1227 \(42000\)/i,
      weight: 92,
      says: 'MySQL demands a privilege the user does not have',
    },
    {
      sign: /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT|EXECUTE)\b[\w ,]{0,60} command denied to user|ER_TABLEACCESS_DENIED_ERROR|ER_PROCACCESS_DENIED/i,
      weight: 92,
      says: 'MySQL denied the command to the user',
    },
    {
      sign: /Access denied for user '[^']{0,80}'@'[^']{0,80}' to database|ER_DBACCESS_DENIED_ERROR/i,
      weight: 90,
      says: 'The user has no right to the database',
    },
    {
      sign: /You are not allowed to create a user with GRANT|ER_CANT_CREATE_USER_WITH_GRANT|Operation (?:ALTER|CREATE|DROP|RENAME) USER failed for|ER_CANNOT_USER|Can't find any matching row in the user table|There is no such grant defined for user/i,
      weight: 86,
      says: 'MySQL refused the statement for this user',
    },
    {
      sign: /--(?:super-)?read-only option so it cannot execute|ER_OPTION_PREVENTS_STATEMENT|cannot execute [A-Z ]{3,30} in a read-only transaction|\b25006\b|READONLY You can't write against|NotWritablePrimary|not (?:master|primary)\b|database is read-only|in read-only mode|ReadOnlySqlTransaction/i,
      weight: 84,
      says: 'This database is a read-only copy',
    },
    {
      sign: /permission denied (?:to|for) [^\n]{1,120}|must (?:have \w{3,20} privilege|be (?:superuser|owner of|admin|(?:a )?member of|able to SET ROLE))[^\n]{0,80}|\b42501\b|InsufficientPrivilege|insufficient[ _]privileges?|Only roles with the [^\n]{1,80} (?:attribute|option) may|lacks? privilege|\b[Oo]nly superusers can\b|INSUFF(?:ICIENT)?_ACCESS/i,
      weight: 88,
      says: 'The user may not do this in the database',
      unless: /EACCES|PermissionError: \[Errno/,
    },
    {
      sign: /(?:role|user|login) ["'][^"'\n]{1,80}["'] does not exist|ERROR: {1,4}(?:role|user) \S{1,80} does not exist|\b42704\b/i,
      weight: 74,
      says: 'The user to be changed does not exist in the database',
      unless: /FATAL|InvalidAuthorization|creat(?:e|ing) it/i,
    },
    {
      sign: /Cannot alter the (?:login|user)|\b15151\b|\b15247\b|\b15404\b|User does not have permission to perform this action|permission was denied on (?:the )?object|The \w{2,20} permission was denied|Could not obtain information about Windows NT (?:group|user)|you do not have permission/i,
      weight: 89,
      says: 'SQL Server refused the change',
    },
    {
      sign: /ORA-(?:01031|1031|01045|01918|01919|01950|41900|00942|28104|65096|16000)\b|lacks CREATE SESSION/i,
      weight: 90,
      says: 'Oracle: privilege missing, or no such user',
    },
    {
      sign: /not authorized on \w{1,60} to execute|\bcodeName['"]?: ?['"]?Unauthorized\b|\bcode['"]?: ?13\b|not allowed to do action \[|UserNotFound\b|User '?[\w@.-]{1,80}'? not found|Couldn't find user/i,
      weight: 89,
      says: 'The user may not do this in the database',
      unless: /\bHTTP\b|ElastiCache|Fault\b|An error occurred \(/,
    },
    {
      sign: /\bNOPERM\b|has no permissions to run the/i,
      weight: 92,
      says: 'Redis does not let the user run the command',
    },
    {
      sign: /SQL0?551N|SQL0?552N|SQL1060N|SQLCODE[=: ]{1,2}-55[12]\b|does not have the (?:required )?(?:authorization|privilege|CONNECT privilege)/i,
      weight: 90,
      says: 'Db2: authority missing',
    },
    {
      sign: /SQL access control error|Insufficient privileges to operate|INSUFFICIENT_ACCESS_RIGHTS|insufficient access\b|INSUFF_ACCESS_RIGHTS|00000005: SecErr|has no \w{1,20} permission on <|Unauthorized: User \S{1,80} has no/i,
      weight: 88,
      says: 'The user may not do this',
    },
    {
      sign: /\b(?:lacks?|missing|without|does not have|needs?|requires?) (?:the )?[A-Z_ ]{0,40}(?:privileges?|GRANT OPTION|CREATEROLE|ALTER USER)\b/,
      weight: 76,
      says: 'A privilege is missing in the database',
    },
    {
      sign: /\bnot allowed to (?:change|alter|set|update|create|modify)\b[^\n]{0,40}\b(?:password|user|role|login)s?\b|\bNot enough privileges\b|necessary to have the grant|\bpermission denied\s*$|\b(?:insufficient|missing) (?:permissions?|grants?|rights)\b/im,
      weight: 68,
      says: 'The user may not do this in the database',
      unless: /EACCES|Errno 13|\bHTTP\b|https?:|\b40[13]\b|\bAPI\b|responded|when calling the|AccessDenied/i,
    },
  ],
};
