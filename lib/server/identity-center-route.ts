import 'server-only';
import type { NextRequest } from 'next/server';
import * as z from 'zod';
import { type Bearer, listAccounts, listRoles, logOut } from '@/lib/aws/identity-center/portal';
import { centerToken } from '@/lib/aws/identity-center/renewal';
import { askToken, startDevice } from '@/lib/aws/identity-center/tokens';
import {
  type Approval,
  accountForm,
  type CenterAccounts,
  type CenterRoles,
  centerForm,
  type Departure,
  type DeviceCode,
  departureForm,
} from '@/lib/contract/identity-center';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { answerAnybody, NO_STORE } from './answer';
import { isOnLoopback } from './config';
import { configuredCenter } from './identity-center/configured';
import { depart } from './identity-center/departure';
import { openedCookies } from './opened-cookies';
import { requireOperator } from './operator';
import { ownPath } from './own-path';
import { parse, readJson } from './parse';
import { type Pending, readPending, writePending } from './pending/pending';
import { readCenter } from './session';

interface Asked {
  readonly request: NextRequest;
  readonly pending: Pending | undefined;
}
type Step = (asked: Asked) => Promise<Response>;

const steps: Readonly<Record<string, Step>> = {
  begin,
  depart: goAway,
  poll,
  accounts,
  roles,
  cancel,
  'more-accounts': moreAccounts,
  'more-roles': moreRoles,
};

/**
 * Sign-in by IAM Identity Center, step by step, before anybody is known, and what else somebody signed in by it may choose:
 * each is a POST of our own page's.
 */
export function identityCenterRoute() {
  return (request: NextRequest, context: { params: Promise<{ step: string }> }) =>
    answerAnybody(request, async () => {
      const { step: name } = await context.params;
      const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
      if (!step) throw new ProblemError(problemOf('operation-unknown'));
      const pending = await readPending((cookie) => request.cookies.get(cookie)?.value);
      return step({ request, pending });
    });
}

/** A code to approve, and the cookie that makes it this browser's. */
async function begin({ request }: Asked): Promise<Response> {
  const typed = await readJson(request);
  const configured = configuredCenter();
  const center = configured ?? parse(centerForm, typed);
  const { deviceCode, userCode, address, addressWithCode, lifetime, interval, clientId, clientSecret } =
    await startDevice(center);
  const until = Math.floor(Date.now() / 1000) + lifetime;
  const answer: DeviceCode = {
    userCode,
    address: requireWebAddress(address),
    addressWithCode: requireWebAddress(addressWithCode),
    expires: new Date(until * 1000).toISOString(),
    lifetime,
    interval,
  };
  return answered(answer, {
    step: 'waiting',
    ...center,
    registration: { clientId, clientSecret },
    deviceCode,
    interval,
    until,
  });
}

/** Where this browser goes to sign in; only on the loopback, where it can be sent back. */
async function goAway({ request }: Asked): Promise<Response> {
  const { center: typed, back } = parse(departureForm, await readJson(request));
  const center = configuredCenter() ?? typed;
  if (!isOnLoopback() || !center) throw new ProblemError(problemOf('operation-unknown'));
  const { address, away } = await depart(center, ownPath(back));
  return answered({ address: requireWebAddress(address) } satisfies Departure, away);
}

// It becomes a link on our page.
function requireWebAddress(address: string): string {
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (protocol === 'https:' || protocol === 'http:') return address;
  throw new ProblemError(problemOf('unexpected'));
}

/** Whether the code was approved; a token goes into the cookie, never into the answer. */
async function poll({ request, pending }: Asked): Promise<Response> {
  parse(nothing, await readJson(request));
  if (pending === undefined || pending.step === 'company' || pending.step === 'away') {
    return answered({ state: 'expired' } satisfies Approval);
  }
  if (pending.step === 'approved') return answered({ state: 'approved' } satisfies Approval);
  const { deviceCode, interval, ...center } = pending;
  const answer = await askToken(center.region, center.registration, { deviceCode });
  switch (answer.kind) {
    case 'pending':
      return answered({ state: 'waiting', interval } satisfies Approval);
    case 'slow-down': {
      // RFC 8628 §3.5: five seconds more, from now on.
      const slower = interval + 5;
      return answered({ state: 'waiting', interval: slower } satisfies Approval, {
        ...pending,
        interval: slower,
      });
    }
    case 'denied':
      return answered({ state: 'denied' } satisfies Approval, undefined);
    case 'expired':
    case 'refused':
      return answered({ state: 'expired' } satisfies Approval, undefined);
    case 'token':
      return answered({ state: 'approved' } satisfies Approval, {
        ...center,
        ...answer.token,
        step: 'approved',
      });
  }
}

/** The accounts of whoever approved. */
async function accounts({ request, pending }: Asked): Promise<Response> {
  parse(nothing, await readJson(request));
  const found = await listAccounts(requireApproved(pending));
  return answered({ accounts: found } satisfies CenterAccounts);
}

/** The roles of one account. */
async function roles({ request, pending }: Asked): Promise<Response> {
  const { account } = parse(accountForm, await readJson(request));
  const found = await listRoles(requireApproved(pending), account);
  return answered({ roles: found } satisfies CenterRoles);
}

/** The accounts of whoever is signed in: the token that was approved is good for all of them. */
async function moreAccounts({ request }: Asked): Promise<Response> {
  parse(nothing, await readJson(request));
  const found = await listAccounts(await bearerOf(request));
  return answered({ accounts: found } satisfies CenterAccounts);
}

/** The roles of one of those accounts. */
async function moreRoles({ request }: Asked): Promise<Response> {
  const { account } = parse(accountForm, await readJson(request));
  const found = await listRoles(await bearerOf(request), account);
  return answered({ roles: found } satisfies CenterRoles);
}

async function bearerOf(request: NextRequest): Promise<Bearer> {
  await requireOperator(request);
  const signIn = readCenter((await openedCookies(request))?.keyturn);
  if (!signIn) throw new ProblemError(problemOf('operation-unknown'));
  const { accessToken } = await centerToken(signIn);
  return { region: signIn.region, accessToken };
}

/** Gives up, wherever it stands: the cookie goes, and a token that was given already is ended at AWS. */
async function cancel({ request, pending }: Asked): Promise<Response> {
  parse(nothing, await readJson(request));
  // Without an answer the token ends by itself, and nobody holds it any more.
  if (pending?.step === 'approved') await logOut(pending).catch(() => {});
  return answered({}, undefined);
}

const nothing = z.strictObject({});

function requireApproved(pending: Pending | undefined): Extract<Pending, { step: 'approved' }> {
  if (pending?.step === 'approved') return pending;
  const detail = 'This browser has no approval of IAM Identity Center, or it has ended. Begin again.';
  throw new ProblemError(problemOf('sign-in-expired', { detail }));
}

/** An answer; with a second argument, also the browser's new cookie, or its end. */
async function answered(body: object, ...next: [Pending | undefined] | []): Promise<Response> {
  const headers = new Headers(NO_STORE);
  if (next.length > 0) await writePending(headers, next[0]);
  return Response.json(body, { headers });
}
