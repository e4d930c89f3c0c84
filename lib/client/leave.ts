import type { QueryClient } from '@tanstack/react-query';
import { forgetAwsTime } from './aws-time';
import { endReadings } from './inventory';
import { forgetPatches } from './patches';
import { forgetReceipts } from './receipts';
import { forgetRegions } from './region-readings';
import { forgetSelections } from './selection';

/** Signs out and empties everything this tab knows of the operator. */
export async function signOutAndForget(client: QueryClient): Promise<void> {
  const done = await signOut();
  forgetOperator(client);
  // A full load, so that nothing of the operator stays in memory either; where it is then, is where they stand.
  if (done) window.location.assign('/sign-in');
  else window.location.reload();
}

// False: the console did not answer, and the sign-in stands.
async function signOut(): Promise<boolean> {
  try {
    const nextAuth = await import('next-auth/react');
    await nextAuth.signOut({ redirect: false });
    return true;
  } catch {
    return false;
  }
}

/** Empties caches and stores that belong to one operator. */
export function forgetOperator(client: QueryClient): void {
  endReadings('replaced');
  client.clear();
  forgetAwsTime();
  forgetPatches();
  forgetReceipts();
  forgetRegions();
  forgetSelections();
}
