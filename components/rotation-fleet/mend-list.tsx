import { planNote, stageLook } from '@/components/rotation-fleet/mend-words';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import type { MendStage } from '@/lib/client/rotation-fleet/mend-one';
import type { MendKind, MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';

interface MendListProps {
  readonly kind: MendKind;
  readonly plans: readonly MendPlan[];
  readonly stages: ReadonlyMap<string, MendStage>;
}

const MOST = 100;
/** So many that are over stay in sight above the one that is at work. */
const BEHIND = 3;

/** The secrets of a run in their order, each with what to know of it and how far it is. */
export function MendList({ kind, plans, stages }: MendListProps) {
  const from = plans.length > MOST ? Math.max(0, Math.min(stages.size - BEHIND, plans.length - MOST)) : 0;
  const shown = plans.slice(from, from + MOST);
  const begun = plans.filter(({ arn }) => stages.has(arn)).length;
  return (
    <div>
      <p role="status" className="pb-1.5 text-fg-2">
        {begun.toLocaleString('en')} of {plans.length.toLocaleString('en')} begun
        {shown.length < plans.length && `, ${MOST} of them shown`}
      </p>
      <ul aria-label="Secrets" className="rounded-md border">
        {shown.map((plan) => (
          <Line key={plan.arn} kind={kind} plan={plan} stage={stages.get(plan.arn)} />
        ))}
      </ul>
    </div>
  );
}

function Line({ kind, plan, stage }: { kind: MendKind; plan: MendPlan; stage: MendStage | undefined }) {
  const note = planNote(kind, plan);
  const [tone, words] = stage ? stageLook(stage) : (['idle', 'waits'] as const);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-3 py-2 last:border-b-0">
      <span className="min-w-0 flex-1">
        <SecretName name={plan.name} />{' '}
        <span className="whitespace-nowrap font-mono text-2xs text-fg-3">{plan.region}</span>
        {note && <span className="block text-2xs text-fg-2">{note}</span>}
      </span>
      <StatusText tone={tone}>{words}</StatusText>
    </li>
  );
}
