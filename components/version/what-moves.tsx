import { SectionHead } from '@/components/ui/section-head';
import { CompareInline } from '@/components/value/compare-inline';
import { KeepLabel } from '@/components/version/keep-label';
import { LabelMoves } from '@/components/version/label-moves';
import type { usePlan } from '@/components/version/use-plan';

type Review = ReturnType<typeof usePlan>;

interface WhatMovesProps {
  readonly scope: string;
  readonly review: Review;
  readonly plan: Extract<Review['plan'], { possible: true }>;
  readonly ids: readonly string[];
}

/** What a review is about: the labels that move, the versions they leave without one, and how the two values differ. */
export function WhatMoves({ scope, review, plan, ids }: WhatMovesProps) {
  const { seen } = review;
  return (
    <div className="min-w-0">
      <SectionHead title="Label moves" note="one call; AWSPREVIOUS follows by itself" className="mt-1" />
      <LabelMoves plan={plan} />
      {plan.unlabelled.map((id) => (
        <KeepLabel
          key={id}
          {...{ scope, ids }}
          reading={seen}
          version={id}
          missing={missingForLabel(review)}
        />
      ))}
      <CompareInline scope={scope} reading={seen} from={plan.from} to={plan.to} />
    </div>
  );
}

// A label on a protected secret is a change as well: its name is typed below.
function missingForLabel({ seen, typed, named }: Review): string | undefined {
  return named && typed.trim() !== seen.name ? 'Type the name of the secret below first' : undefined;
}
