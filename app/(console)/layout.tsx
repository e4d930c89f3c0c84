import { type ReactNode, Suspense } from 'react';
import { Console } from '@/components/frame/console';

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <Console>{children}</Console>
    </Suspense>
  );
}
