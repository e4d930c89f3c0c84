import { cx } from '@/components/ui/cx';

/** A key as it is printed on the keyboard; on a primary button it takes the button's ink. */
export function Kbd({ children, onAccent = false }: { children: string; onAccent?: boolean }) {
  return (
    <kbd
      className={cx(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-xs border px-1 font-mono text-2xs leading-none',
        onAccent ? 'border-on-accent/35 text-on-accent' : 'border-line-strong bg-surface text-fg-3',
      )}
    >
      {children}
    </kbd>
  );
}
