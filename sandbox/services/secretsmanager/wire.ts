import type { Json } from '../../operation.ts';

/** A timestamp as awsJson carries it: epoch seconds with the milliseconds behind the point. */
export function seconds(date: Date): number {
  return date.getTime() / 1000;
}

/** The start of a date's UTC day: AWS says of a read only on which day it was. */
export function dayOf(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}

/** The same object without its undefined members: AWS leaves out what has no value. */
export function present(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
