import { ControlError } from '../control/error.ts';
import { requireHost } from '../control/local.ts';
import type { Incoming, Reply } from '../http/reply.ts';
import type { Sandbox } from '../sandbox.ts';
import { answerAsk, deviceByCode, isOpen } from '../services/identity-center/asks.ts';
import { authorize, backTo } from '../services/identity-center/authorize.ts';
import { approvalPage, codePage, sayingPage } from './approval.ts';
import { pageReply, redirectReply } from './page.ts';

const DEVICE = '/start/device';
const LOGIN = '/start/authorize';

const pages: Readonly<Record<string, (sandbox: Sandbox, incoming: Incoming) => Reply>> = {
  [`GET ${DEVICE}`]: askForDevice,
  [`POST ${DEVICE}`]: answerDevice,
  'GET /authorize': begin,
  [`GET ${LOGIN}`]: askForLogin,
  [`POST ${LOGIN}`]: answerLogin,
};

/** Whether a request is one for a page, which a browser opens, and not for AWS. */
export function isForPage({ method, url }: Incoming): boolean {
  return Object.hasOwn(pages, `${method} ${url.pathname}`);
}

/** Answers a person's browser. Another site may lead here, but no other may answer for the person. */
export function answerPage(sandbox: Sandbox, incoming: Incoming, port: number): Reply {
  try {
    requireHost(incoming, port);
    if (incoming.method === 'POST') requireOwnForm(incoming);
    return pages[`${incoming.method} ${incoming.url.pathname}`]!(sandbox, incoming);
  } catch (cause) {
    if (cause instanceof ControlError) return pageReply(cause.status, sayingPage('Refused', cause.message));
    throw cause;
  }
}

function requireOwnForm({ headers }: Incoming): void {
  const isForeign = headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
  if (isForeign || !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'])) {
    throw new ControlError('Only the form of this page may answer.', 403);
  }
}

function askForDevice({ world: { state, clock } }: Sandbox, { url }: Incoming): Reply {
  const typed = url.searchParams.get('user_code') ?? '';
  if (typed === '') return pageReply(200, codePage());
  const ask = deviceByCode(state.identityCenter, typed, clock.now());
  if (!ask) return unknownCode();
  const { userCode, client } = ask;
  const subject = { path: DEVICE, field: 'user_code', value: userCode, shown: userCode } as const;
  return pageReply(200, approvalPage(state.identityCenter, client, subject));
}

function answerDevice({ world: { state, clock } }: Sandbox, incoming: Incoming): Reply {
  const { name, allow, about } = answerIn(incoming, 'user_code');
  const ask = deviceByCode(state.identityCenter, about, clock.now());
  if (!ask) return unknownCode();
  if (!answerAsk(ask, name, allow)) throw nobody();
  const { client } = ask;
  return pageReply(
    200,
    allow
      ? sayingPage('Allowed', `${client.name} acts for ${name} now. You can close this page.`)
      : sayingPage('Denied', `${client.name} gets no access. You can close this page.`),
  );
}

function begin({ world: { state, clock } }: Sandbox, { url }: Incoming): Reply {
  const way = authorize(state, url.searchParams, clock.now());
  return 'to' in way
    ? redirectReply(way.to)
    : pageReply(400, sayingPage('This sign-in cannot begin', way.problem));
}

function askForLogin({ world: { state, clock } }: Sandbox, { url }: Incoming): Reply {
  const value = url.searchParams.get('request') ?? '';
  const ask = state.identityCenter.logins.get(value);
  if (!ask || !isOpen(ask, clock.now())) return ended();
  const subject = { path: LOGIN, field: 'request', value } as const;
  return pageReply(200, approvalPage(state.identityCenter, ask.client, subject));
}

function answerLogin({ world: { state, clock } }: Sandbox, incoming: Incoming): Reply {
  const { name, allow, about } = answerIn(incoming, 'request');
  const ask = state.identityCenter.logins.get(about);
  if (!ask || !isOpen(ask, clock.now())) return ended();
  if (!answerAsk(ask, name, allow)) throw nobody();
  return redirectReply(backTo(ask, allow ? { code: ask.code } : { error: 'access_denied' }));
}

function answerIn({ body }: Incoming, field: string): { name: string; allow: boolean; about: string } {
  const form = new URLSearchParams(body.toString('utf8'));
  const answer = form.get('answer');
  if (answer !== 'allow' && answer !== 'deny')
    throw new ControlError('The form says neither allow nor deny.');
  return { name: form.get('name') ?? '', allow: answer === 'allow', about: form.get(field) ?? '' };
}

const nobody = () => new ControlError('Nobody of this name is in the directory.');
const unknownCode = () => pageReply(400, codePage('No device waits under this code any more.'));
const ended = () =>
  pageReply(400, sayingPage('This sign-in has ended', 'Begin it again in the program you came from.'));
