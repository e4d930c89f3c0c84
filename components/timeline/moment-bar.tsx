import { ArrowLeft, ArrowRight, Crosshair, GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import { otherWords } from '@/components/timeline/time-words';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { ago } from '@/components/ui/time-format';

interface MomentBarProps {
  readonly sentence: string;
  readonly moment: number | undefined;
  readonly now: number;
  /** The address of this page with the moment. */
  readonly link: string | undefined;
  /** What is not told of the moment because CloudTrail was not read so far back: how it goes on. */
  readonly back: ReactNode;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onCompare: () => void;
  /** Why what was in force then can't be compared with what is now. */
  readonly incomparable: string | undefined;
}

/** The moment in one sentence, and the ways to the next event and to somebody else's screen. */
export function MomentBar(props: MomentBarProps) {
  const { sentence, moment, now, link, back, onStep, onCompare, incomparable } = props;
  return (
    <div className="mx-4 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line-strong bg-canvas px-2.5 py-1 text-xs md:mx-5">
      <Crosshair aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-fg-2" />
      <p className="wrap-anywhere min-w-0 flex-[1_1_18rem] font-medium">{sentence}</p>
      {back}
      {moment !== undefined && (
        <span className="text-fg-3">
          {[otherWords(moment), ago(new Date(moment), new Date(now))].filter(Boolean).join(', ')}
        </span>
      )}
      <span className="flex items-center gap-1">
        <IconButton size="sm" icon={ArrowLeft} label="Previous event" onClick={() => onStep(-1)} />
        <IconButton size="sm" icon={ArrowRight} label="Next event" onClick={() => onStep(1)} />
        <Button size="sm" icon={GitCompareArrows} disabledReason={incomparable} onClick={onCompare}>
          Compare with now
        </Button>
        {link !== undefined && <CopyButton text={link} what="link" />}
      </span>
    </div>
  );
}
