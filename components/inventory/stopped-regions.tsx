import { Play } from 'lucide-react';
import { counted, figure } from '@/components/inventory/count-words';
import { RowsOf } from '@/components/inventory/failed-regions';
import { listed } from '@/components/inventory/region-segments';
import { ToneIcon } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { RegionProgress } from '@/lib/client/inventory-state';

interface StoppedRegionsProps {
  readonly regions: readonly RegionProgress[];
  readonly onContinue: () => void;
}

/** What the operator stopped: how far it came, and on with it. AWS's listing begins again at its first page. */
export function StoppedRegions({ regions, onContinue }: StoppedRegionsProps) {
  const one = regions.length === 1 ? regions[0] : undefined;
  const sum = regions.reduce((all, region) => all + listed(region), 0);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ToneIcon tone="idle" className="size-3" />
      <span className={cx('text-fg', one && 'font-mono')}>
        {one?.region ?? counted(regions.length, 'region')}
      </span>{' '}
      <span className="text-fg-2">stopped, {figure(sum)} read</span>
      <RowsOf regions={regions} />
      <Button
        size="sm"
        variant="quiet"
        icon={Play}
        data-tip="Reads what was stopped again, from its first page; the rows stay"
        onClick={onContinue}
      >
        Continue
      </Button>
    </span>
  );
}
