import type { QueryClient } from '@tanstack/react-query';
import type { CliView, Past } from '@/lib/domain/cli-view/cli-view';
import { listingOf } from './listing-of';
import { permissionsPast } from './permissions-past';
import { replicationPast } from './replication-past';
import { rotationPast } from './rotation-past';
import { secretPast } from './secret-past';

/** What AWS was asked for a page, as far as this tab has its answers. */
export function pastOf(client: QueryClient, scope: string, view: CliView): Past {
  const past: Past = { listing: listingOf(client, scope), reads: [], lookups: [], logs: [] };
  switch (view.kind) {
    case 'secret':
      return { ...past, ...secretPast(client, scope, view) };
    case 'rotation':
      return { ...past, ...rotationPast(client, scope, view) };
    case 'replication':
      return { ...past, ...replicationPast(client, scope, view) };
    case 'permissions':
      return { ...past, ...permissionsPast(client, scope) };
    case 'secrets':
    case 'diagnose':
      return past;
  }
}
