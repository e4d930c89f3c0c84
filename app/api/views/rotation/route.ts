import { rotationView } from '@/lib/contract/views';
import { streamRoute } from '@/lib/server/view-route';
import { readRotation } from '@/lib/views/rotation';

export const GET = streamRoute(rotationView, (session, { regions, further }, signal) =>
  readRotation(session, regions, further, signal),
);
