const AROUND = 2 * Math.PI * 5;

/** How long a value is still on screen: a ring that runs out, and the seconds beside it. */
export function SecondsRing({ left, of }: { left: number; of: number }) {
  return (
    <span aria-hidden className="inline-flex items-center gap-1 whitespace-nowrap text-fg-2 tabular-nums">
      <svg viewBox="0 0 14 14" className="-rotate-90 size-3.5">
        <title>seconds left</title>
        <circle cx="7" cy="7" r="5" fill="none" strokeWidth="2" className="stroke-line-strong" />
        <circle
          cx="7"
          cy="7"
          r="5"
          fill="none"
          strokeWidth="2"
          strokeDasharray={`${(AROUND * left) / of} ${AROUND}`}
          className="stroke-accent"
        />
      </svg>
      {left} s
    </span>
  );
}
