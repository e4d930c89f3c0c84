import type { Metadata } from 'next';
import { DiagnosePage } from '@/components/triage/diagnose-page';

export const metadata: Metadata = { title: 'Diagnose a log' };

export default function Page() {
  return <DiagnosePage />;
}
