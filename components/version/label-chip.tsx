import { Tag } from 'lucide-react';
import { cx } from '@/components/ui/cx';

const looks: Readonly<Record<string, string>> = {
  AWSCURRENT: 'border-transparent bg-accent-solid text-on-accent',
  AWSPENDING: 'border-dashed border-accent bg-surface text-accent',
  AWSPREVIOUS: 'border-control bg-surface text-fg-2',
};

/**
 * A staging label as an object that sits on a version. The pattern says which: solid is live now, dashed not
 * in force yet, outlined was live; labels of the operators' own carry a tag. In running text write the word.
 */
export function LabelChip({ label, className }: { label: string; className?: string }) {
  const own = !Object.hasOwn(looks, label);
  return (
    <span
      data-tip={own && label.length > 24 ? label : undefined}
      className={cx(
        'inline-flex h-[1.125rem] max-w-52 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium font-mono text-2xs leading-none',
        own ? 'border-line-strong bg-idle-soft text-fg-2' : looks[label],
        className,
      )}
    >
      {own && <Tag aria-hidden className="size-2.5 shrink-0" />}
      <span className="truncate">{label}</span>
    </span>
  );
}
