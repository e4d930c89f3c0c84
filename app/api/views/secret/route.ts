import { secretView } from '@/lib/contract/views';
import { protectedGlobs } from '@/lib/server/config';
import { viewRoute } from '@/lib/server/view-route';
import { readSecretView } from '@/lib/views/secret';

export const GET = viewRoute(secretView, (session, { arn }) =>
  readSecretView(session, arn, protectedGlobs(session.account)),
);
