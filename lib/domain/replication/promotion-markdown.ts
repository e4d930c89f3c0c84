import { escapeMarkdown } from '../escape-markdown.ts';
import type { PromotionPlan, PromotionResult, PromotionStep } from './promotion-plan.ts';
import { replicationCommand } from './replication-call.ts';

/** A promotion plan for an incident's log, with what was done of it so far. `at` is AWS's clock, ISO. */
export function promotionMarkdown(
  plan: PromotionPlan,
  results: ReadonlyMap<string, PromotionResult>,
  at: string,
): string {
  const ready = plan.steps.filter(({ call }) => call);
  const rows = plan.steps.map(
    (step) =>
      `| ${[step.name, step.primaryRegion, stateWords(step), resultWords(step, results.get(step.key))].map(escapeMarkdown).join(' | ')} |`,
  );
  return [
    `# Promotion of replicas in ${plan.region}`,
    '',
    `Planned ${at}. ${ready.length} of ${plan.steps.length} can be promoted.`,
    `After it they get no more updates from their primaries. Applications in ${plan.region} keep reading them.`,
    'Way back: replicate from the primary again with overwrite, which replaces what was written here.',
    '',
    '| Secret | Primary | State | Result |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...ready.flatMap(({ call }) => (call ? ['```sh', replicationCommand(call), '```', ''] : [])),
  ].join('\n');
}

function stateWords({ state, serves, differs, because }: PromotionStep): string {
  const labels = differs.map(({ label }) => label).join(', ');
  return [
    because ?? state,
    ...(serves ? [`serves ${serves}`] : []),
    ...(labels ? [`differs in ${labels}`] : []),
  ].join(', ');
}

function resultWords({ call }: PromotionStep, result: PromotionResult | undefined): string {
  if (!result) return call ? 'not done' : 'left out';
  const { outcome, at, requestId, words } = result;
  return [`${outcome} ${at}`, ...(words ? [words] : []), ...(requestId ? [`request ${requestId}`] : [])].join(
    ', ',
  );
}
