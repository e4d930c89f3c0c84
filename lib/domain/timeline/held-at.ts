import { holderOf, type SecretVersion } from '../version.ts';
import { intervalAt } from './at-moment.ts';
import type { Timeline } from './timeline.ts';

/** What was in force at a moment: a version that can be compared with the one in force now, or why there is none. */
export function heldAt(
  timeline: Timeline,
  versions: readonly SecretVersion[],
  at: number | undefined,
): { readonly version?: string; readonly reason?: string } {
  if (at === undefined) return { reason: 'Choose a moment on the timeline first' };
  if (at > timeline.to) return { reason: 'That moment is later than the last reading' };
  const lane = timeline.lanes.find(({ label }) => label === 'AWSCURRENT');
  const found = lane && intervalAt(lane, at);
  if (!found || found.certainty === 'unknown') return { reason: 'It is not known what was in force then' };
  const { versionId } = found;
  if (versionId === null) return { reason: 'No version was in force then' };
  if (!versions.some(({ id }) => id === versionId)) return { reason: 'AWS no longer keeps that version' };
  const current = holderOf(versions, 'AWSCURRENT');
  if (!current) return { reason: 'No version is in force now' };
  if (current.id === versionId) return { reason: 'The same version is in force now' };
  return { version: versionId };
}
