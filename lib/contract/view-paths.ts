import type {
  FunctionReading,
  InventoryLine,
  KeyReading,
  ReadersReading,
  ReplicationLine,
  SecretReading,
  TimelineLine,
} from './answers.ts';
import type { PermissionsReading, SimulationReading } from './permissions.ts';
import type { EvidenceLine, RotationLine, SuspectsReading } from './rotation.ts';
import type { SpentReading } from './spent.ts';
import type { Compared, GeneratedPassword, Revealed } from './values.ts';

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
/** One KMS key. */
export const keyPath: ViewPath<KeyReading> = { path: '/api/views/key' };
/** One rotation function. */
export const functionPath: ViewPath<FunctionReading> = { path: '/api/views/function' };
/** One part of one version's value, by POST. */
export const revealPath: ViewPath<Revealed> = { path: '/api/views/reveal' };
/** How two versions differ, by POST; no value is in the answer. */
export const comparePath: ViewPath<Compared> = { path: '/api/views/compare' };
/** A password AWS made, by POST. */
export const passwordPath: ViewPath<GeneratedPassword> = { path: '/api/views/password' };
/** What happened to one secret, a line of JSON at a time. */
export const timelinePath: ViewPath<TimelineLine> = { path: '/api/views/timeline' };
/** Who read one secret's value of late. */
export const readersPath: ViewPath<ReadersReading> = { path: '/api/views/readers' };
/** Copies of secrets as their regions hold them, a line of JSON at a time; by POST. */
export const replicationPath: ViewPath<ReplicationLine> = { path: '/api/views/replication' };
/** What CloudTrail tells of the rotations of whole regions, a line of JSON at a time. */
export const rotationPath: ViewPath<RotationLine> = { path: '/api/views/rotation' };
/** Why attempts to rotate failed, a line of JSON at a time; by POST. */
export const evidencePath: ViewPath<EvidenceLine> = { path: '/api/views/evidence' };
/** What was changed shortly before rotations began to fail; by POST. */
export const suspectsPath: ViewPath<SuspectsReading> = { path: '/api/views/suspects' };
/** What this sign-in has asked of AWS, by region and API. */
export const spentPath: ViewPath<SpentReading> = { path: '/api/views/spent' };
/** What AWS has answered this sign-in, by action and region; asking for it asks AWS nothing. */
export const permissionsPath: ViewPath<PermissionsReading> = { path: '/api/views/permissions' };
/** What IAM's simulation says of the operator's own rights; by POST. */
export const simulationPath: ViewPath<SimulationReading> = { path: '/api/views/simulation' };
