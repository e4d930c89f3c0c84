import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { useAddressField } from '@/lib/client/address';
import type { SecretReading } from '@/lib/contract/answers';

// Opened later, loaded later.
const Summary = dynamic(async () => (await import('@/components/secret/summary')).Summary);
const SecretReplication = dynamic(
  async () => (await import('@/components/replication/secret-replication')).SecretReplication,
);

interface SecretTabsProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly now: number;
  /** The versions, which every visit begins with. */
  readonly children: ReactNode;
}

/** The views of a secret; which one is in the address. */
export function SecretTabs({ scope, reading, now, children }: SecretTabsProps) {
  const [asked, setTab] = useAddressField('tab');
  const tab = asked === 'summary' || asked === 'replication' ? asked : 'versions';
  return (
    <Tabs
      label="Views of this secret"
      value={tab}
      onChange={(next) => setTab(next === 'versions' ? null : next, 'replace')}
      tabs={[
        { value: 'versions', label: `Versions ${reading.versions.length}` },
        { value: 'summary', label: 'Summary' },
        { value: 'replication', label: 'Replication' },
      ]}
    >
      {tab === 'versions' && children}
      {tab === 'summary' && <Summary {...{ scope, reading, now }} />}
      {tab === 'replication' && <SecretReplication {...{ scope, reading, now }} />}
    </Tabs>
  );
}
