import type { QueryClient } from '@tanstack/react-query';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountRegion } from '@/lib/domain/account-region';
import { noteFleetCount } from './fleet-count';
import { operatorKey, readOperator, resumeAs } from './operator';
import { forgetOutOfSync } from './out-of-sync';
import { postJson } from './post-json';
import { forgetRefusals } from './refusals';
import { forgetRegions, renameRegions } from './region-readings';
import { forgetRotationCounts } from './rotation-fleet/rotation-count';

/** How a further account and role is asked for: as by the sign-in, or a role that its keys may assume. */
export type AddingWay = OperatorInfo['way'] | 'role';

/**
 * Adds an account and role to the sign-in this page was loaded with. Answers the code of what failed, `undefined` when it is
 * there; the page goes on with what it has either way.
 */
export async function addPlace(
  client: QueryClient,
  { mark }: OperatorInfo,
  way: AddingWay,
  fields: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { signIn } = await import('next-auth/react');
  const result = await signIn(way, { ...fields, addTo: mark, redirect: false }).catch(() => undefined);
  if (!result?.ok || result.error) return result?.error ?? 'none';
  await goOn(client);
  return undefined;
}

/** Leaves one account and role of several; the server forgets what it held for it. */
export async function leavePlace(client: QueryClient, scope: string): Promise<void> {
  const { getCsrfToken } = await import('next-auth/react');
  const csrfToken = await getCsrfToken();
  await postJson('/api/auth/session', { csrfToken, data: { leave: scope } });
  client.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(scope) });
  forgetRefusals(scope);
  await goOn(client);
}

async function goOn(client: QueryClient): Promise<void> {
  const before = client.getQueryData<OperatorInfo>(operatorKey);
  const operator = await readOperator();
  if (!operator) return;
  const [was, is] = [before?.places.length ?? 0, operator.places.length];
  // What was read of the only account is called as the others are from now on, and the other way round.
  if (was === 1 && is > 1) renameRegions((region) => accountRegion(operator.account, region));
  if (is === 1) forgetRegions();
  noteFleetCount(undefined);
  forgetOutOfSync();
  forgetRotationCounts();
  resumeAs(client, operator);
}
