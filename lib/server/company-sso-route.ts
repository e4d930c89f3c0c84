import 'server-only';
import type { NextRequest } from 'next/server';
import * as z from 'zod';
import type { CompanyRoles } from '@/lib/contract/company-sso';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { answerAnybody, NO_STORE } from './answer';
import { companyProof } from './company-sso/renewal';
import { rolesOf } from './company-sso/roles-of';
import { openedCookies } from './opened-cookies';
import { requireOperator } from './operator';
import { parse, readJson } from './parse';
import { readPending, writePending } from './pending/pending';
import { readCompany } from './session';

const steps = z.enum(['roles', 'more-roles', 'cancel']);

/** What a browser may ask that is signed in by the company's sign-in, or has come back from the company's sign-in: its roles, or to be forgotten. */
export function companySsoRoute() {
  return (request: NextRequest, context: { params: Promise<{ step: string }> }) =>
    answerAnybody(request, async () => {
      const step = steps.safeParse((await context.params).step).data;
      if (step === undefined) throw new ProblemError(problemOf('operation-unknown'));
      parse(z.strictObject({}), await readJson(request));
      if (step === 'cancel') {
        const headers = new Headers(NO_STORE);
        await writePending(headers, undefined);
        return Response.json({}, { headers });
      }
      if (step === 'more-roles') return Response.json(await moreRoles(request), { headers: NO_STORE });
      const pending = await readPending((name) => request.cookies.get(name)?.value);
      if (pending?.step !== 'company') {
        const detail = 'This browser has not come back from the company sign-in, or that has ended.';
        throw new ProblemError(problemOf('sign-in-expired', { detail }));
      }
      const { roles, sessionName } = pending;
      return Response.json({ roles, sessionName } satisfies CompanyRoles, { headers: NO_STORE });
    });
}

/** The roles of whoever is signed in, by the claims of the token they hold now. */
async function moreRoles(request: NextRequest): Promise<CompanyRoles> {
  await requireOperator(request);
  const signIn = readCompany((await openedCookies(request))?.keyturn);
  if (!signIn) throw new ProblemError(problemOf('operation-unknown'));
  const { idToken } = await companyProof(signIn);
  return { roles: rolesOf(idToken), sessionName: signIn.sessionName };
}
