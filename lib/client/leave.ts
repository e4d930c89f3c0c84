import type { QueryClient } from '@tanstack/react-query';
import { forgetAwsTime } from './aws-time';
import { forgetPatches } from './patches';
import { forgetReceipts } from './receipts';
import { forgetRegions } from './region-readings';

/** Signs out and empties everything this tab knows of the operator. */
export async function signOutAndForget(client: QueryClient): Promise<void> {
  const { signOut } = await import('next-auth/react');
  await signOut({ redirect: false });
  forgetOperator(client);
  // A full load, so that nothing of the operator stays in memory either.
  window.location.assign('/sign-in');
}

/** Empties caches and stores that belong to one operator. */
export function forgetOperator(client: QueryClient): void {
  client.clear();
  forgetAwsTime();
  forgetPatches();
  forgetReceipts();
  forgetRegions();
}
