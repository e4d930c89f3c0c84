import type { Metadata } from 'next';
import { RotationPage } from '@/components/rotation-fleet/rotation-page';

export const metadata: Metadata = { title: 'Rotation' };

export default function Page() {
  return <RotationPage />;
}
