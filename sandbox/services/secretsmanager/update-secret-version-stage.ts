import type { Operation } from '../../operation.ts';
import { invalidParameter } from './errors.ts';
import { readInput, required } from './fields.ts';
import { attach, CURRENT, detach, holderOf, requireLabelQuota } from './labels.ts';
import { secretId, versionId, versionStage } from './members.ts';
import { rotationAfter } from './rotation-life.ts';
import { change, openForOwnChange } from './secrets.ts';
import type { Versions } from './state.ts';

/** One request to move, attach or remove a label. */
export interface LabelMove {
  readonly label: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * UpdateSecretVersionStage:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export const updateSecretVersionStage: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    VersionStage: required(versionStage),
    RemoveFromVersionId: versionId,
    MoveToVersionId: versionId,
  });
  const label = read.VersionStage;
  const secret = openForOwnChange(call, read.SecretId, { 'secretsmanager:VersionStage': label });
  const move = { label, from: read.RemoveFromVersionId, to: read.MoveToVersionId };
  const versions = moveLabel(secret.content.versions, move);
  if (versions !== secret.content.versions) {
    change(call, secret, { versions, rotation: rotationAfter(call, secret, versions) });
  }
  return { ARN: secret.arn, Name: secret.name };
};

/**
 * The versions after the move, or AWS's refusal. `from` makes it a compare-and-swap: it must name the
 * version that holds the label, and may only be left out while no other version holds it.
 */
export function moveLabel(versions: Versions, { label, from, to }: LabelMove): Versions {
  // No recorded wording for this one: the API page only says that one of the two is needed.
  if (from === undefined && to === undefined) {
    throw invalidParameter('You must specify either RemoveFromVersionId or MoveToVersionId.');
  }
  const holder = holderOf(versions, label);
  if (to === undefined && label === CURRENT) {
    throw invalidParameter(
      `You can only move staging label ${CURRENT} to a different secret version. It can’t be completely removed.`,
    );
  }
  if (to !== undefined && !versions.has(to)) throw invalidParameter(`Not a valid version: ${to}`);
  if (from === undefined && holder && holder.id !== to) {
    throw invalidParameter(
      `The parameter RemoveFromVersionId can't be empty. Staging label ${label} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  }
  // The refusal is documented, its wording is not recorded.
  if (from !== undefined && holder?.id !== from) {
    throw invalidParameter(
      `When you move staging label ${label}, if you specify RemoveFromVersionId, it must be set to the version that currently has the staging label ${label}.`,
    );
  }
  const moved = to === undefined ? detach(versions, label) : attach(versions, label, to);
  requireLabelQuota(moved);
  return moved;
}
