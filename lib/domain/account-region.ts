import { accountNumber } from './account-number.ts';

/** A region of one account, where several accounts are read: `6027-3314-5908 us-east-1`. */
export const accountRegion = (account: string, region: string): string =>
  `${accountNumber(account)} ${region}`;

/** The region of such a name, or of the plain name where there is one account. */
export const regionOf = (name: string): string => name.slice(name.indexOf(' ') + 1);

/** The account of such a name, as people read it out; empty where it is a plain one. */
export const accountOf = (name: string): string => name.slice(0, name.lastIndexOf(' ') + 1).trimEnd();

/** The twelve digits of the account a secret is in, by its key. */
export const accountIn = (arn: string): string => arn.split(':')[4] ?? '';

/** Whether a region of such a name can hold a copy of a secret: it is of the secret's account, or of the only one. */
export const mayHold = (name: string, { key }: { readonly key: string }): boolean =>
  !/^\d/.test(name) || name.startsWith(accountNumber(accountIn(key)));
