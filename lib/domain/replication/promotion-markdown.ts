import { accountNumber } from '../account-number.ts';
import { accountIn } from '../account-region.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { regionPlace } from '../region-place.ts';
import { actRefusal } from './act-refusal.ts';
import type { PromotionPlan, PromotionStep } from './promotion-plan.ts';
import { replicationCommand } from './replication-call.ts';
import type { RunResult } from './run-result.ts';
import { stateWord } from './state-word.ts';

/** A promotion plan for an incident's log, with what was done of it so far. `at` is AWS's clock, ISO. */
export function promotionMarkdown(
  plan: PromotionPlan,
  results: ReadonlyMap<string, RunResult>,
  at: string,
): string {
  const { region, steps } = plan;
  const place = regionPlace(region);
  const accounts = [...new Set(steps.map(({ key }) => accountIn(key)))];
  const several = accounts.length > 1;
  const rows = steps.map((step) =>
    [
      ...(several ? [accountNumber(accountIn(step.key))] : []),
      step.name,
      step.primaryRegion,
      stateWords(step),
      resultWords(step, results.get(step.key)),
    ]
      .map(escapeMarkdown)
      .join(' | '),
  );
  return [
    `# Promotion of replicas in ${region}${place ? ` (${place})` : ''}`,
    '',
    `As of ${moment(at)}. ${summary(steps, results)}`,
    '',
    `- A promoted replica is a secret of its own. It gets no more updates from its primary; applications in ${region} keep reading it under the same name and ARN.`,
    `- Way back: add ${region} at the primary again, with overwrite. That replaces what was written in ${region} since.`,
    '',
    `| ${several ? 'Account | ' : ''}Secret | Primary in | Replica in ${region} | Result |`,
    `${several ? '|---' : ''}|---|---|---|---|`,
    ...rows.map((row) => `| ${row} |`),
    '',
    ...accounts.flatMap((account) => {
      const calls = steps.flatMap(({ key, call }) => (call && accountIn(key) === account ? call : []));
      if (calls.length === 0) return [];
      const where = several ? ` with credentials of account ${accountNumber(account)}` : '';
      const commands = calls.map(replicationCommand).join('\n\n');
      return [`The same with the AWS CLI${where}, one by one:`, '', '```sh', commands, '```', ''];
    }),
  ].join('\n');
}

function summary(steps: readonly PromotionStep[], results: ReadonlyMap<string, RunResult>): string {
  const ready = steps.filter(({ call }) => call).length;
  const can = `${ready.toLocaleString('en')} of ${steps.length.toLocaleString('en')} can be promoted`;
  if (results.size === 0) return `${can}; nothing has been sent.`;
  const done = [...results.values()].filter(({ outcome }) => outcome === 'done').length;
  const stopped = results.size > done ? ', then the run stopped' : '';
  return `${can}; ${done.toLocaleString('en')} promoted and read back${stopped}.`;
}

function stateWords({ state, serves, differs, because }: PromotionStep): string {
  const labels = differs.map(({ label }) => label).join(', ');
  return [
    stateWord(state),
    ...(serves ? [`serves version ${serves}`] : []),
    ...(labels ? [`other versions than the primary for ${labels}`] : []),
    ...(because ? [actRefusal(because)] : []),
  ].join('; ');
}

function resultWords({ call }: PromotionStep, result: RunResult | undefined): string {
  if (!result) return call ? 'Not done' : 'Left out';
  const { outcome, at, requestId, words } = result;
  return [
    `${outcome === 'done' ? 'Promoted and read back' : 'Stopped here'} at ${moment(at)}`,
    ...(words ? [words] : []),
    ...(requestId ? [`request ${requestId}`] : []),
  ].join('; ');
}

const moment = (at: string) => `${at.slice(0, 19).replace('T', ' ')} UTC`;
