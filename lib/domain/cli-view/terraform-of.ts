import type { FoldedSecret } from '../fold.ts';
import { isReplica, type SecretRow } from '../secret.ts';
import { declaredAct } from '../terraform/declared-act.ts';
import { declaredSecret } from '../terraform/declared-secret.ts';
import type { CliView, NextAct } from './cli-view.ts';

/** Something of a page as Terraform declares it, or why it does not. */
export interface Declared {
  readonly title: string;
  readonly says?: string;
  readonly text?: string;
  readonly next?: true;
}

/** So many secrets are written out. */
const MOST = 10;

/** A page in Terraform: what a form is about to do, and the secrets it is about as they are now; never a value. */
export function terraformOf(
  view: CliView,
  { next, readOnly }: { readonly next?: NextAct | undefined; readonly readOnly: boolean },
): Declared[] {
  const acts = readOnly ? [] : (next?.calls ?? []);
  return [
    ...acts.map((call): Declared => ({ title: next?.act ?? '', next: true, ...declaredAct(call) })),
    ...declaredIn(view),
  ];
}

function declaredIn(view: CliView): Declared[] {
  switch (view.kind) {
    case 'secret': {
      const { secret } = view;
      return secret ? [declared(secret, secret.replicas)] : [];
    }
    case 'secrets': {
      const all = [...new Set([...(view.focused ? [view.focused] : []), ...view.selected])];
      return all.slice(0, MOST).map(declaredRow);
    }
    case 'rotation':
      return (view.group?.secrets ?? []).slice(0, MOST).map(({ secret }) => declaredRow(secret));
    case 'replication': {
      if (!view.row) return [];
      const { secret, cells } = view.row;
      return [
        declared(
          secret.shown,
          cells.flatMap(({ report }) => report ?? []),
        ),
      ];
    }
    case 'permissions':
    case 'diagnose':
      return [];
  }
}

// The listing tells of copies by their own rows alone, each with its own key.
const declaredRow = ({ shown, members }: FoldedSecret): Declared =>
  declared(
    shown,
    members.flatMap(({ region, row }) =>
      region === shown.region ? [] : [{ region, kmsKeyId: row?.kmsKeyId }],
    ),
  );

function declared(
  secret: SecretRow,
  copies: readonly { readonly region: string; readonly kmsKeyId?: string | undefined }[],
): Declared {
  const { name: title, owningService, deleted } = secret;
  if (isReplica(secret)) {
    return { title, says: `A replica is a replica block of the secret in ${secret.primaryRegion}.` };
  }
  if (owningService) {
    return {
      title,
      says: `${owningService} owns this secret: Terraform declares what it belongs to, not the secret.`,
    };
  }
  if (deleted) return { title, says: 'It is scheduled for deletion: there is nothing to take over.' };
  return { title, text: declaredSecret(secret, copies) };
}
