import dynamic from 'next/dynamic';
import { type ComponentProps, useState } from 'react';
import { VersionsTable } from '@/components/secret/versions-table';
import { keepLabelOf } from '@/components/version/label-facts';
import { useKeyStates } from '@/lib/client/kms-key';
import { useShortcut } from '@/lib/client/shortcut';
import { holderOf, type SecretVersion } from '@/lib/domain/version';

// Opened later, loaded later.
const CompareSheet = dynamic(async () => (await import('@/components/value/compare-sheet')).CompareSheet);
const LabelSheet = dynamic(async () => (await import('@/components/version/label-sheet')).LabelSheet);
const ValueSheet = dynamic(async () => (await import('@/components/value/value-sheet')).ValueSheet);

interface VersionsProps
  extends Omit<
    ComponentProps<typeof VersionsTable>,
    'onCompare' | 'onReveal' | 'onLabels' | 'onKeep' | 'keys'
  > {
  readonly scope: string;
}

interface Opened {
  readonly act: 'compare' | 'value' | 'labels';
  readonly version: SecretVersion;
  /** A label to begin with. */
  readonly label?: string;
  /** Each opening begins anew: nothing of the one before is left. */
  readonly count: number;
}

/** The versions of a secret, and what can be looked at from a row of theirs. */
export function Versions({ scope, ...table }: VersionsProps) {
  const [opened, setOpened] = useState<Opened>();
  const [open, setOpen] = useState(false);
  const show = (act: Opened['act'], version: SecretVersion, label?: string) => {
    setOpened({ act, version, count: (opened?.count ?? 0) + 1, ...(label ? { label } : {}) });
    setOpen(true);
  };
  const close = () => setOpen(false);
  const { reading } = table;
  const current = holderOf(reading.versions, 'AWSCURRENT');
  useShortcut('v', current && (() => show('compare', current)));
  useShortcut('e', current && (() => show('value', current)));
  const keys = useKeyStates(scope, reading);
  return (
    <>
      <VersionsTable
        scope={scope}
        {...table}
        onCompare={(version) => show('compare', version)}
        onReveal={(version) => show('value', version)}
        onLabels={(version) => show('labels', version)}
        onKeep={(version) => show('labels', version, keepLabelOf(version.id))}
        keys={keys}
      />
      {opened?.act === 'compare' && (
        <CompareSheet
          key={opened.count}
          {...{ open, scope, reading }}
          version={opened.version.id}
          onClose={close}
        />
      )}
      {opened?.act === 'labels' && (
        <LabelSheet
          key={opened.count}
          {...{ open, scope, reading }}
          version={opened.version}
          begin={opened.label}
          onClose={close}
        />
      )}
      {opened?.act === 'value' && (
        <ValueSheet
          key={opened.count}
          {...{ open, scope, reading }}
          version={opened.version}
          onClose={close}
        />
      )}
    </>
  );
}
