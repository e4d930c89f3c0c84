import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { useAddressField } from '@/lib/client/address';
import type { TimelineReading } from '@/lib/client/timeline';
import { leaveFor } from '@/lib/client/unsaved';
import type { SecretReading } from '@/lib/contract/answers';

// Opened later, loaded later.
const Summary = dynamic(async () => (await import('@/components/secret/summary')).Summary);
const SecretReplication = dynamic(
  async () => (await import('@/components/replication/secret-replication')).SecretReplication,
);

const RotationTab = dynamic(async () => (await import('@/components/rotation/rotation-tab')).RotationTab);

interface SecretTabsProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly now: number;
  readonly told: TimelineReading;
  /** The versions, which every visit begins with. */
  readonly children: ReactNode;
}

const TABS = ['summary', 'rotation', 'replication'] as const;

/** The views of a secret; which one is in the address. */
export function SecretTabs({ scope, reading, now, told, children }: SecretTabsProps) {
  const [asked, setTab] = useAddressField('tab');
  const tab = TABS.find((one) => one === asked) ?? 'versions';
  return (
    <Tabs
      label="Views of this secret"
      value={tab}
      onChange={(next) => leaveFor(() => setTab(next === 'versions' ? null : next, 'replace'))}
      tabs={[
        { value: 'versions', label: `Versions ${reading.versions.length}` },
        { value: 'summary', label: 'Summary' },
        { value: 'rotation', label: 'Rotation' },
        { value: 'replication', label: 'Replication' },
      ]}
    >
      {tab === 'versions' && children}
      {tab === 'summary' && <Summary {...{ scope, reading, now }} />}
      {tab === 'rotation' && <RotationTab {...{ scope, reading, now, told }} />}
      {tab === 'replication' && <SecretReplication {...{ scope, reading, now }} />}
    </Tabs>
  );
}
