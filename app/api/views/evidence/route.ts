import { evidenceView } from '@/lib/contract/views';
import { scanLimit } from '@/lib/server/config';
import { streamRoute } from '@/lib/server/view-route';
import { readEvidence } from '@/lib/views/evidence';

export const POST = streamRoute(evidenceView, (session, { attempts, scan = false }, signal) =>
  readEvidence(session, attempts, { scan, limit: scanLimit() }, signal),
);
