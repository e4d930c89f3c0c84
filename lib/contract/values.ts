import * as z from 'zod';
import type { Comparison } from '../domain/value/compare.ts';
import type { Outline } from '../domain/value/value.ts';
import { arnField, regionField, scopeField, versionIdField } from './fields.ts';
import { reasonField } from './operations.ts';
import { comparePath, passwordPath, revealPath, type ViewPath } from './view-paths.ts';

/** A question whose answer needs a value: asked by POST, audited, never cached. */
export interface ValueView<Body, Answer> extends ViewPath<Answer> {
  readonly body: z.ZodType<Body>;
}

/** One version of a secret, in the region of its ARN. */
const versionForm = z.strictObject({ arn: arnField, versionId: versionIdField });

const revealBody = z.strictObject({
  scope: scopeField,
  ...versionForm.shape,
  part: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('outline') }),
    z.strictObject({ kind: z.literal('whole') }),
    // A key may be as long as the value it stands in.
    z.strictObject({ kind: z.literal('key'), key: z.string().max(8_192) }),
  ]),
  reason: reasonField.optional(),
});
/** What of a version somebody asks to see. */
export type RevealBody = z.output<typeof revealBody>;

/** The asked part of one version's value, or only its outline. */
export interface Revealed {
  /** The part asked for; absent for an outline. */
  readonly shownValue?: string;
  readonly outline: Outline;
  readonly requestId: string;
  /** AWS's clock at the answer, ISO. */
  readonly at: string;
}

/** Shows one part of one version's value; `outline` names its keys and shows none. */
export const revealView: ValueView<RevealBody, Revealed> = { ...revealPath, body: revealBody };

const compareBody = z.strictObject({
  scope: scopeField,
  left: versionForm,
  right: versionForm,
  reason: reasonField.optional(),
});
/** Two versions: of one secret, of one secret in two regions, or of two secrets. */
export type CompareBody = z.output<typeof compareBody>;

/** How two values differ, and by which two reads that was found out. */
export interface Compared {
  readonly comparison: Comparison;
  readonly requestIds: readonly [string, string];
  /** AWS's clock at the later answer, ISO. */
  readonly at: string;
}

/** Compares two versions without showing either. */
export const compareView: ValueView<CompareBody, Compared> = { ...comparePath, body: compareBody };

const passwordBody = z.strictObject({
  scope: scopeField,
  region: regionField,
  length: z.int().min(8).max(4_096),
  /** Which kinds of characters may occur; of each that may, one does. */
  kinds: z.strictObject({
    lowercase: z.boolean(),
    uppercase: z.boolean(),
    numbers: z.boolean(),
    punctuation: z.boolean(),
  }),
  exclude: z.string().max(256),
});
/** What a generated password shall be like. */
export type PasswordBody = z.output<typeof passwordBody>;

/** A password AWS made, for a value being written. */
export interface GeneratedPassword {
  readonly passwordValue: string;
  readonly requestId: string;
  readonly at: string;
}

/** Lets AWS make a password; nothing keeps it but the form that asked. */
export const passwordView: ValueView<PasswordBody, GeneratedPassword> = {
  ...passwordPath,
  body: passwordBody,
};
