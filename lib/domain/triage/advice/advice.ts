import type { Cause } from '../cause.ts';
import { databaseAdvice } from './database-advice.ts';
import { functionAdvice } from './function-advice.ts';
import { permissionAdvice } from './permission-advice.ts';
import { rotationAdvice } from './rotation-advice.ts';
import type { Subject } from './subject.ts';

/** One thing to do, and the AWS CLI command for it where there is one. */
export interface Fix {
  readonly what: string;
  readonly command?: string;
}

/** What to do about a cause. */
export interface Advice {
  /** Who else fails for the same reason. */
  readonly affected: string;
  /** In the order to try them. */
  readonly fixes: readonly Fix[];
  /** The AWS page behind the first of them. */
  readonly page: string;
}

const ADVICE: Readonly<Record<Cause, (subject: Subject) => Advice>> = {
  ...functionAdvice,
  ...permissionAdvice,
  ...databaseAdvice,
  ...rotationAdvice,
};

/** Who is affected by a cause, and what to do, with commands for this subject; what is not known stands in capitals. */
export const adviceFor = (cause: Cause, subject: Subject): Advice => ADVICE[cause](subject);
