import { cx } from '@/components/ui/cx';

// What most of a table shows is a box with borders: a drawing costs several times as much in each frame. Borders and not
// a ground, which forced colours would take away.
const rounds = { disc: 'border-3', hollow: 'border-[1.2px]' };

const shapes = {
  half: (
    <>
      <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4 1a3 3 0 0 1 0 6z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M4 .8 7.7 7.2H.3z" fill="currentColor" />,
  cross: (
    <path d="M1.2 1.2l5.6 5.6M6.8 1.2L1.2 6.8" stroke="currentColor" strokeWidth="2" strokeLinecap="square" />
  ),
  ring: (
    <circle
      cx="4"
      cy="4"
      r="2.9"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeDasharray="1.5 1.2"
    />
  ),
};

export type GlyphShape = keyof typeof shapes | keyof typeof rounds;

/** The 8 px sign inside chips and strips; each shape has one meaning, so it survives greyscale. */
export function Glyph({ shape, className }: { shape: GlyphShape; className?: string }) {
  if (shape === 'disc' || shape === 'hollow') {
    return (
      <i
        aria-hidden
        className={cx('m-px size-1.5 shrink-0 rounded-full border-current', rounds[shape], className)}
      />
    );
  }
  return (
    <svg viewBox="0 0 8 8" aria-hidden="true" className={cx('size-2 shrink-0', className)}>
      {shapes[shape]}
    </svg>
  );
}
