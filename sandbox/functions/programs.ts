import type { Program } from './code.ts';
import { nodeMysql } from './custom/node-mysql.ts';
import { nodePartner } from './custom/node-partner.ts';
import { pythonQuiet } from './custom/python-quiet.ts';
import { pythonWarehouse } from './custom/python-warehouse.ts';
import { alternatingUsers } from './template/alternating-users.ts';
import { FLAVOURS } from './template/flavours.ts';
import { type Rewrite, singleUser } from './template/single-user.ts';
import { unedited } from './template/unedited.ts';

const python = (run: Program['run']): Program => ({ language: 'python', run });
const node = (run: Program['run']): Program => ({ language: 'node', run });

/** Somebody made the template look whether the database is there, and forget it where it is not. */
const tidied: Rewrite = (around, next) => {
  const { dbname, ...rest } = next;
  const known = around.target(next.host)?.databases.includes(String(dbname)) ?? true;
  return known ? next : rest;
};

/** The code there is, by the name a function gives it. */
export const PROGRAMS = {
  ...Object.fromEntries(
    Object.values(FLAVOURS).flatMap((flavour) => [
      [`${flavour.engine}-single-user`, python(singleUser(flavour))],
      [`${flavour.engine}-alternating-users`, python(alternatingUsers(flavour))],
    ]),
  ),
  'postgres-single-user': python(singleUser(FLAVOURS.postgres, tidied)),
  generic: python(unedited),
  'python-warehouse': python(pythonWarehouse),
  'python-quiet': python(pythonQuiet),
  'node-mysql': node(nodeMysql),
  'node-partner': node(nodePartner),
  'without-driver': {
    ...python(singleUser(FLAVOURS.postgres)),
    broken: {
      type: 'Runtime.ImportModuleError',
      message: "Unable to import module 'lambda_function': No module named 'pg'",
    },
  },
} as Readonly<Record<string, Program>>;
