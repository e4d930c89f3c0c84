import type { Engine } from '../../targets/state.ts';

/** What AWS's templates for one engine call it, and what its driver says. */
export interface Flavour {
  readonly engine: Engine;
  /** In the lines of the templates. */
  readonly label: string;
  /** What a secret's `engine` may say. */
  readonly accepted: readonly string[];
  /** Characters of a user name, with `_clone` behind it. */
  readonly longestName: number;
  /** What the driver raises where the user may not change passwords. */
  readonly notAllowed: readonly [type: string, message: string];
  /** What the driver raises where the password breaks the rules of the database. */
  readonly badPassword: readonly [type: string, message: string];
}

const notMysql = [
  'OperationalError',
  "(1227, 'Access denied; you need (at least one of) the CREATE USER privilege(s) for this operation')",
] as const;
const weakMysql = [
  'OperationalError',
  "(1819, 'Your password does not satisfy the current policy requirements')",
] as const;

/** The engines AWS has templates for. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_available-rotation-templates.html */
export const FLAVOURS = {
  mysql: {
    ...{ engine: 'mysql', label: 'MySQL DB', accepted: ['mysql', 'aurora-mysql'], longestName: 16 },
    ...{ notAllowed: notMysql, badPassword: weakMysql },
  },
  mariadb: {
    ...{ engine: 'mariadb', label: 'MariaDB', accepted: ['mariadb'], longestName: 80 },
    ...{ notAllowed: notMysql, badPassword: weakMysql },
  },
  postgres: {
    ...{ engine: 'postgres', label: 'PostgreSQL DB', accepted: ['postgres', 'aurora-postgresql'] },
    longestName: 63,
    notAllowed: [
      'InsufficientPrivilege',
      "ERROR:  permission denied to alter role\nDETAIL:  To change another role's password, the current user must have the CREATEROLE attribute and the ADMIN option on the role.",
    ],
    badPassword: ['InternalError', 'ERROR:  password is too easy to guess'],
  },
  oracle: {
    ...{ engine: 'oracle', label: 'Oracle DB', accepted: ['oracle'], longestName: 30 },
    notAllowed: ['DatabaseError', 'ORA-01031: insufficient privileges'],
    badPassword: [
      'DatabaseError',
      'ORA-28003: password verification for the specified password failed\nORA-20002: Password must not contain the character used',
    ],
  },
  sqlserver: {
    ...{ engine: 'sqlserver', label: 'SQL Server DB', accepted: ['sqlserver'], longestName: 128 },
    notAllowed: [
      'ProgrammingError',
      '(15151, b"Cannot alter the login, because it does not exist or you do not have permission.DB-Lib error message 20018, severity 16:\\nGeneral SQL Server error: Check messages from the SQL Server\\n")',
    ],
    badPassword: [
      'ProgrammingError',
      '(15118, b"Password validation failed. The password does not meet Windows policy requirements because it is not complex enough.DB-Lib error message 20018, severity 16:\\nGeneral SQL Server error: Check messages from the SQL Server\\n")',
    ],
  },
  redshift: {
    ...{ engine: 'redshift', label: 'Redshift DB', accepted: ['redshift'], longestName: 127 },
    notAllowed: ['ProgrammingError', 'ERROR:  permission denied: must be superuser to alter users'],
    badPassword: ['ProgrammingError', 'ERROR:  Invalid password\nDETAIL:  Password must contain a number.'],
  },
} as const satisfies Readonly<Record<string, Flavour>>;
