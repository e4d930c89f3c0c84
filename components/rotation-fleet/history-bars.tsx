const BINS = 14;
const DAY_MS = 86_400_000;

interface HistoryBarsProps {
  /** ISO, rising. */
  readonly history: readonly string[];
  readonly now: number;
}

/** When runs failed, in bars from the first failure (a day ago at least) until now. A picture: the words beside it count. */
export function HistoryBars({ history, now }: HistoryBarsProps) {
  const from = Math.min(now - DAY_MS, Date.parse(history[0] ?? ''));
  const bins = Array<number>(BINS).fill(0);
  for (const at of history) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(((Date.parse(at) - from) / (now - from)) * BINS)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = Math.max(...bins);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${BINS * 5} 16`}
      className="h-4 w-[4.375rem] shrink-0 text-fail-mark"
    >
      <path d={`M0 15.5H${BINS * 5}`} stroke="var(--line-strong)" strokeDasharray="2 1" />
      {bins.map((count, at) => {
        const height = count === 0 ? 0 : 3 + (count / most) * 13;
        // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
        return <rect key={at} x={at * 5 + 1} y={16 - height} width="3" height={height} fill="currentColor" />;
      })}
    </svg>
  );
}
