import * as z from 'zod';
import { KMS_KEY_FORM } from '../domain/replication/key-form.ts';
import { regionField } from './fields.ts';

/**
 * A region to replicate to, and the key there: an id, an alias, or an ARN of that region. Absent: the region's own
 * `aws/secretsmanager`. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html
 */
export const replicaRegionField = z.strictObject({
  Region: regionField,
  KmsKeyId: z.string().max(2_048).regex(KMS_KEY_FORM, 'a KMS key id, alias or ARN').optional(),
});

/** Regions to take out of a replication. */
export const replicaRegionsField = z.array(regionField).min(1).max(40);
