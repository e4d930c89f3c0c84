import * as z from 'zod';
import { START_URL } from '../domain/start-url.ts';
import { regionField } from './fields.ts';

const startUrlField = z
  .string()
  .max(2048)
  .regex(START_URL, 'an https address such as https://acme.awsapps.com/start');

/** Which IAM Identity Center: its start address and its home region, which need not be where the secrets are. */
export const centerForm = z.strictObject({ startUrl: startUrlField, region: regionField });

/** Where a browser goes to sign in, and the page of ours it comes back to; without a center the console's own is meant. */
export const departureForm = z.strictObject({ center: centerForm.optional(), back: z.string().max(8_192) });

/** The page of IAM Identity Center a browser goes to. */
export interface Departure {
  readonly address: string;
}

/** Which account's roles. */
export const accountForm = z.strictObject({ account: z.string().regex(/^\d{12}$/, 'twelve digits') });

/** One IAM Identity Center. */
export type Center = z.infer<typeof centerForm>;

/** A request for approval, as its waiting page shows it; the device code itself stays in the server's cookie. */
export interface DeviceCode {
  readonly userCode: string;
  /** Where it is approved, without the code and with it. */
  readonly address: string;
  readonly addressWithCode: string;
  /** ISO instant (wall time) after which it can no longer be approved. */
  readonly expires: string;
  /** How long it is good for, and how long to wait between two questions, in seconds. */
  readonly lifetime: number;
  readonly interval: number;
}

/** What has become of a request for approval. */
export type Approval =
  | { readonly state: 'waiting'; readonly interval: number }
  | { readonly state: 'approved' }
  | { readonly state: 'denied' }
  | { readonly state: 'expired' };

/** An account somebody was given a role in. */
export interface CenterAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** All accounts of whoever approved. */
export interface CenterAccounts {
  readonly accounts: readonly CenterAccount[];
}

/** The roles of one account, by the names of their permission sets. */
export interface CenterRoles {
  readonly roles: readonly string[];
}
