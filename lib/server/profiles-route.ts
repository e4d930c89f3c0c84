import 'server-only';
import type { NextRequest } from 'next/server';
import { listProfiles } from '@/lib/aws/profiles/list';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { answerAnybody, NO_STORE } from './answer';
import { isLaunched, launchCookieName } from './launch';

/** The list of this computer's profiles, before anybody has signed in: for a browser with the launch token only. */
export function profilesRoute() {
  return (request: NextRequest) =>
    answerAnybody(request, async () => {
      if (!isLaunched(request.cookies.get(launchCookieName())?.value)) {
        throw new ProblemError(problemOf('launch-needed'));
      }
      return Response.json(await listProfiles(), { headers: NO_STORE });
    });
}
