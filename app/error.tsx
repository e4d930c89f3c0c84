'use client';

import { PageFailed } from '@/components/frame/page-failed';

export default function PageError({ reset }: { reset: () => void }) {
  return <PageFailed again={reset} />;
}
