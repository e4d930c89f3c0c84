import type { FoldedSecret } from '../fold.ts';
import { lastRead } from '../last-read.ts';
import { rotationState } from '../rotation-state.ts';
import { ownerOf } from '../secret.ts';
import type { SortContext } from '../sort-secrets.ts';

/** One secret's metadata as an export holds it; what is not known is null. Never a value. */
export interface SecretRecord {
  readonly name: string;
  readonly arn: string;
  readonly primaryRegion: string;
  /** Region to what its copy shows: primary, in-sync, behind, copied, unread. */
  readonly regions: { readonly [region: string]: string };
  readonly description: string | null;
  readonly owner: string | null;
  /** Label to version id. */
  readonly labels: { readonly [label: string]: string };
  /** Null where the primary, which rotation belongs to, was not read. */
  readonly rotationEnabled: boolean | null;
  readonly rotationSchedule: string | null;
  readonly rotationOverdue: boolean | null;
  readonly lastRotated: string | null;
  readonly nextRotation: string | null;
  readonly changed: string | null;
  readonly created: string | null;
  /** A day, `never`, or null where a region that may hold a copy was not read. */
  readonly lastAccessed: string | null;
  readonly kmsKey: string | null;
  readonly owningService: string | null;
  readonly type: string | null;
  readonly deletion: string | null;
  readonly tags: { readonly [key: string]: string };
}

/** The record of a secret, from the listing alone. */
export function secretRecord(secret: FoldedSecret, context: SortContext): SecretRecord {
  const { shown, members } = secret;
  const rotation = rotationState(secret, context.now);
  const read = rotation.kind === 'read' ? rotation : undefined;
  const accessed = lastRead(secret, context.unread, new Date(context.now).toISOString().slice(0, 10));
  return {
    name: secret.name,
    arn: secret.key,
    primaryRegion: secret.primaryRegion,
    regions: Object.fromEntries(members.map(({ region, state }) => [region, state])),
    description: shown.description ?? null,
    owner: ownerOf(shown) ?? null,
    labels: { ...shown.holders },
    rotationEnabled: read?.enabled ?? null,
    rotationSchedule: (read && (shown.rotation.schedule ?? daily(shown.rotation.everyDays))) ?? null,
    rotationOverdue: read ? read.overdue !== undefined : null,
    lastRotated: shown.rotation.last ?? null,
    nextRotation: shown.rotation.next ?? null,
    changed: shown.changed ?? null,
    created: shown.created ?? null,
    lastAccessed: accessed.kind === 'day' ? accessed.day : accessed.kind === 'never' ? 'never' : null,
    kmsKey: shown.kmsKeyId ?? null,
    owningService: shown.owningService ?? null,
    type: shown.type ?? null,
    deletion: shown.deleted ?? null,
    tags: shown.tags,
  };
}

const daily = (days: number | undefined) => (days === undefined ? undefined : `rate(${days} days)`);
