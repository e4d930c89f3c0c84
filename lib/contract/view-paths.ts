import type { InventoryLine, SecretReading, TimelineLine } from './answers.ts';

/** Where a view is asked, and what it answers: the part of the contract a browser runs. */
export interface ViewPath<Answer> {
  readonly path: `/api/views/${string}`;
  /** Carries the answer's type and no value. */
  readonly answers?: Answer;
}

/** Every secret of every region, a line of JSON at a time. */
export const inventoryPath: ViewPath<InventoryLine> = { path: '/api/views/inventory' };
/** One secret with its versions. */
export const secretPath: ViewPath<SecretReading> = { path: '/api/views/secret' };
/** What happened to one secret, a line of JSON at a time. */
export const timelinePath: ViewPath<TimelineLine> = { path: '/api/views/timeline' };
