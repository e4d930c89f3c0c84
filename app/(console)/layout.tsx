import type { ReactNode } from 'react';
import { Console } from '@/components/frame/console';

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return <Console>{children}</Console>;
}
