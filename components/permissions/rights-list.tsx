import { stateWords } from '@/components/permissions/known-words';
import { NeedLine } from '@/components/permissions/need-line';
import { StatusText } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { SectionHead } from '@/components/ui/section-head';
import { type Known, stateOfRight } from '@/lib/domain/permissions/known';
import type { Right } from '@/lib/domain/permissions/need';

interface RightsListProps {
  readonly id: string;
  readonly title: string;
  readonly rights: readonly Right[];
  readonly knownOf: (action: string) => Known;
  readonly now: number;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, on: boolean) => void;
}

/** Views or acts, each with the actions it takes and what is known of them; ticked ones go into the policy. */
export function RightsList({ id, title, rights, knownOf, now, ticked, onTick }: RightsListProps) {
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} note={`${rights.length}, with the IAM actions each takes`} />
      <ul className="border-t">
        {rights.map((right) => {
          const { word, tone } = stateWords[stateOfRight(right, (action) => knownOf(action).state)];
          return (
            <li key={right.id} aria-label={right.name} className="border-b px-4 py-2 md:px-5">
              <div className="flex flex-wrap items-center gap-x-3">
                <Checkbox
                  label={<span className="font-medium">{right.name}</span>}
                  checked={ticked.has(right.id)}
                  onChange={(event) => onTick(right.id, event.target.checked)}
                />
                <StatusText tone={tone} className="ml-auto text-xs">
                  {word}
                </StatusText>
              </div>
              <ul className="pl-5">
                {right.needs.map((need) => (
                  <NeedLine key={need.action} need={need} known={knownOf(need.action)} now={now} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
