'use client';

import { PageFailed } from '@/components/frame/page-failed';
import './globals.css';

/** Where the frame itself failed. The framework's own page would weigh more than our table's filter. */
export default function FrameError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page failed · Keyturn</title>
        <PageFailed again={reset} />
      </body>
    </html>
  );
}
