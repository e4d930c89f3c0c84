import { csv } from './csv.ts';
import type { SecretRecord } from './secret-record.ts';

/** Secrets as CSV, a line each under a line of titles. */
export const toCsv = (records: readonly SecretRecord[]): string => csv(fields, records);

// In this order; the type makes sure that none is missing.
const order: Record<keyof SecretRecord, true> = {
  name: true,
  arn: true,
  primaryRegion: true,
  regions: true,
  description: true,
  owner: true,
  labels: true,
  rotationEnabled: true,
  rotationSchedule: true,
  rotationOverdue: true,
  lastRotated: true,
  nextRotation: true,
  changed: true,
  created: true,
  lastAccessed: true,
  kmsKey: true,
  owningService: true,
  type: true,
  deletion: true,
  tags: true,
};
const fields = Object.keys(order) as (keyof SecretRecord)[];
