import * as z from 'zod';
import { REGION_NAME } from '../domain/region-name.ts';

// A strict content policy has no eval; zod would probe for it and be reported.
z.config({ jitless: true });

/** `<account id>.<role or user name>`: IAM names are letters, digits and `+=,.@_-`, at most 64. */
export const scopeField = z
  .string()
  .regex(/^\d{12}\.[\w+=,.@-]{1,64}$/, 'an account id, a dot, a role or user name');

/** A region by AWS's pattern; the endpoint comes from configuration, never from this text alone. */
export const regionField = z.string().max(32).regex(REGION_NAME, 'a region name such as us-east-1');

/** A full secret ARN: a name alone is ambiguous, and may end like one. */
export const arnField = z
  .string()
  .min(20)
  .max(2048)
  .regex(
    // Its region is held to the same pattern: it too becomes part of a host name.
    /^arn:aws[a-z-]*:secretsmanager:[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}:\d{12}:secret:[\w/+=.@!-]+-[A-Za-z0-9]{6}$/,
    'a full secret ARN',
  );

/** ClientRequestToken and VersionId: 32 to 64 characters. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html */
export const versionIdField = z
  .string()
  .min(32)
  .max(64)
  .regex(/^[\x21-\x7e]+$/, 'a version id');

/** A staging label, 1 to 256 characters. */
export const labelField = z.string().min(1).max(256);

/** The most a value may have, in bytes. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
export const LARGEST_VALUE = 65_536;

/** A value as text, 1 to 65,536 bytes. */
export const valueField = z
  .string()
  .min(1)
  .refine((text) => new TextEncoder().encode(text).length <= LARGEST_VALUE);

/** A description, up to 2,048 characters; empty takes it away. */
export const descriptionField = z.string().max(2_048);

/** A tag's key; those that begin with `aws:` are AWS's own. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html */
export const tagKeyField = z
  .string()
  .min(1)
  .max(128)
  .regex(/^(?!aws:)/i, "a key that does not begin with 'aws:'");
/** A tag's value. */
export const tagValueField = z.string().max(256);

/** A KMS key by id, alias or ARN; the region of an ARN is held to the same pattern as every other. */
export const kmsKeyField = z
  .string()
  .max(2_048)
  .regex(
    /^(arn:aws[a-z-]*:kms:[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}:\d{12}:(key|alias)\/[\w/-]{1,256}|alias\/[\w/-]{1,256}|[\w-]{1,256})$/,
    'a KMS key id, alias or ARN',
  );
