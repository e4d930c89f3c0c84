import * as z from 'zod';
import { CAUSES } from '../domain/triage/cause.ts';
import type {
  FunctionReading,
  InventoryLine,
  KeyReading,
  ReadersReading,
  ReplicationLine,
  SecretReading,
  TimelineLine,
} from './answers.ts';
import { arnField, kmsKeyField, regionField, scopeField, versionIdField } from './fields.ts';
import type { PermissionsReading, SimulationReading } from './permissions.ts';
import type { EvidenceLine, RotationLine, SuspectsReading } from './rotation.ts';
import { functionArnField } from './rotation-fields.ts';
import type { SpentReading } from './spent.ts';
import {
  evidencePath,
  functionPath,
  inventoryPath,
  keyPath,
  permissionsPath,
  readersPath,
  replicationPath,
  rotationPath,
  secretPath,
  simulationPath,
  spentPath,
  suspectsPath,
  timelinePath,
  type ViewPath,
} from './view-paths.ts';

/** A composed reading: where it is asked, what it takes, what it answers (one value, or one line each). */
export interface View<Query, Answer> extends ViewPath<Answer> {
  readonly query: z.ZodType<Query>;
}

/** Region names, separated by commas. */
const regionsField = z
  .string()
  .max(1024)
  .transform((text) => text.split(','))
  .pipe(z.array(regionField).min(1).max(40));

const inventoryQuery = z.strictObject({ scope: scopeField, regions: regionsField.optional() });
/** Every secret of every region; `regions` (comma-separated) reads some of them again. */
export const inventoryView: View<z.output<typeof inventoryQuery>, InventoryLine> = {
  ...inventoryPath,
  query: inventoryQuery,
};

const secretQuery = z.strictObject({ scope: scopeField, arn: arnField });
/** One secret with its versions. */
export const secretView: View<z.output<typeof secretQuery>, SecretReading> = {
  ...secretPath,
  query: secretQuery,
};

const keyQuery = z.strictObject({ scope: scopeField, region: regionField, key: kmsKeyField });
/** One KMS key of a secret or version, by id, ARN or alias. */
export const keyView: View<z.output<typeof keyQuery>, KeyReading> = { ...keyPath, query: keyQuery };

const functionQuery = z.strictObject({ scope: scopeField, function: functionArnField });
/** One rotation function, as Lambda describes it in the region of its ARN. */
export const functionView: View<z.output<typeof functionQuery>, FunctionReading> = {
  ...functionPath,
  query: functionQuery,
};

const instantField = z.iso.datetime();
const spentQuery = z.strictObject({ scope: scopeField });
/** What this sign-in has asked of AWS; asking for it asks AWS nothing. */
export const spentView: View<z.output<typeof spentQuery>, SpentReading> = { ...spentPath, query: spentQuery };

/** What AWS has answered this sign-in; asking for it asks AWS nothing. */
export const permissionsView: View<z.output<typeof spentQuery>, PermissionsReading> = {
  ...permissionsPath,
  query: spentQuery,
};

/** What the name of a secret or function can begin with: no wildcard of ours is taken for one of theirs. */
const beginningField = z
  .string()
  .max(256)
  .regex(/^[\w/+=.@!-]*$/);
const simulationQuery = z.strictObject({
  scope: scopeField,
  regions: z.array(regionField).min(1).max(4),
  secrets: beginningField,
  functions: beginningField,
  role: z
    .string()
    .max(2_048)
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w/+=,.@-]+$/)
    .optional(),
});
/** What IAM says of all actions there are; `role`: its ARN, where IAM does not tell it. */
export const simulationView: View<z.output<typeof simulationQuery>, SimulationReading> = {
  ...simulationPath,
  query: simulationQuery,
};

const timelineQuery = z.strictObject({
  scope: scopeField,
  arn: arnField,
  further: z.literal('1').optional(),
  until: instantField.optional(),
  about: z.literal('replication').optional(),
});
/**
 * What CloudTrail tells of one secret, or of its replication alone; `further` reads further back than was read before, and
 * with `until` only what tells where AWSCURRENT was, no further back than that instant.
 */
export const timelineView: View<z.output<typeof timelineQuery>, TimelineLine> = {
  ...timelinePath,
  query: timelineQuery,
};

/** Who read one secret's value of late, in at most two pages of the region's reads. */
export const readersView: View<z.output<typeof secretQuery>, ReadersReading> = {
  ...readersPath,
  query: secretQuery,
};

const replicationQuery = z.strictObject({ scope: scopeField, arns: z.array(arnField).min(1).max(2_000) });
/** Copies of secrets, each as DescribeSecret shows it in its own region. */
export const replicationView: View<z.output<typeof replicationQuery>, ReplicationLine> = {
  ...replicationPath,
  query: replicationQuery,
};

const rotationQuery = z.strictObject({
  scope: scopeField,
  regions: regionsField,
  further: regionField.optional(),
});
/** What CloudTrail tells of the rotations of these regions; of `further`, what lies further back. */
export const rotationView: View<z.output<typeof rotationQuery>, RotationLine> = {
  ...rotationPath,
  query: rotationQuery,
};

const askedAttemptField = z.strictObject({
  arn: arnField,
  version: versionIdField.optional(),
  began: instantField.optional(),
  failed: instantField,
  test: z.boolean().optional(),
  message: z.string().max(2_048).optional(),
  functionArn: functionArnField.optional(),
  rotationEnabled: z.boolean().optional(),
  pendingStuck: z.boolean().optional(),
});
const evidenceQuery = z.strictObject({
  scope: scopeField,
  attempts: z.array(askedAttemptField).min(1).max(500),
  scan: z.boolean().optional(),
});
/** Why these attempts failed; `scan`: queries that AWS bills may scan more than the console's limit. */
export const evidenceView: View<z.output<typeof evidenceQuery>, EvidenceLine> = {
  ...evidencePath,
  query: evidenceQuery,
};

const nameField = z.string().min(1).max(128);
const suspectsQuery = z.strictObject({
  scope: scopeField,
  region: regionField,
  cause: z.enum(CAUSES),
  before: instantField,
  functionArn: functionArnField.optional(),
  role: z.string().max(2_048).optional(),
  key: z.string().max(2_048).optional(),
  vpc: z
    .strictObject({
      id: nameField,
      subnets: z.array(nameField).max(32),
      securityGroups: z.array(nameField).max(32),
    })
    .optional(),
  arns: z.array(arnField).max(200).optional(),
});
/** What was changed in the day before a first failure that can have brought a cause about. */
export const suspectsView: View<z.output<typeof suspectsQuery>, SuspectsReading> = {
  ...suspectsPath,
  query: suspectsQuery,
};
