import { escapeMarkdown as plain } from '../escape-markdown.ts';
import { shortId } from '../short-id.ts';
import type { FleetSecret } from './fleet-secret.ts';
import { pendingOf } from './fleet-state.ts';
import { lastFailure } from './group-fleet.ts';
import type { HandedGroup, HandOverWords } from './hand-over.ts';
import { counted, stamp } from './note-words.ts';

const MOST_SECRETS = 50;

/** One group of a hand-over note: why, since when, what came before, which secrets, what to do. */
export function groupLines(one: HandedGroup, at: number, words: HandOverWords): string[] {
  const { secrets } = one.group;
  const more = secrets.length - MOST_SECRETS;
  return [
    `## ${at}. ${plain(one.title)}: ${counted(secrets.length, 'secret')}`,
    '',
    ...factLines(one).map((line) => `- ${line}`),
    '',
    '| Secret | Region | State | Failed runs | AWSPENDING left on |',
    '|---|---|---|---|---|',
    ...secrets.slice(0, MOST_SECRETS).map((secret) => secretLine(secret, words)),
    '',
    ...(more > 0 ? [`And ${more.toLocaleString('en')} more.`, ''] : []),
    ...one.fixes.flatMap(fixLines),
    ...(one.fixes.length > 0 ? [''] : []),
  ];
}

/** What is left to do about a group, in one line that bears the number of its section. */
export function leftLine({ group, title, account, fixes: [first] }: HandedGroup, at: number): string {
  const pending = group.secrets.filter(({ secret }) => pendingOf(secret.shown)).length;
  const parts = [
    `${plain(title)}${group.functions.length > 0 ? ` (${codeNames(group)})` : ''}${account ? ` in ${plain(account)}` : ''}: ${counted(group.secrets.length, 'secret')}.`,
    ...(first ? [`First: ${plain(first.what)}.`] : []),
    ...(pending > 0 ? [`AWSPENDING is left behind on ${pending}.`] : []),
  ];
  return `${at}. ${parts.join(' ')}`;
}

const codeNames = ({ functions }: HandedGroup['group']) => functions.map((name) => `\`${name}\``).join(', ');

function factLines({ group, title, others, suspects, account }: HandedGroup): string[] {
  const { tab, secrets, regions, first, last, failures, functions, shared, step, certainty } = group;
  const evidence = secrets[0]?.state.evidence;
  const also = others.length > 0 ? `. Also possible: ${others.map(plain).join('; ')}` : '';
  return [
    ...(account ? [`Account: ${plain(account)}`] : []),
    ...(certainty ? [`Cause (${certainty}): ${plain(title)}${also}`] : []),
    ...(tab === 'open' && !certainty ? ['Cause: not known, no log of it was read'] : []),
    ...(evidence ? [`Known from: ${plain(evidence)}`] : []),
    ...(functions.length > 0 ? [`Function: ${codeNames(group)}${step ? `, stops at ${step}` : ''}`] : []),
    ...(shared ? [`In common: ${shared.kind} ${plain(shared.name)}`] : []),
    `Regions: ${regions.join(', ')}`,
    ...(first ? [`Since: ${stamp(first)}${last && last !== first ? `, last ${stamp(last)}` : ''}`] : []),
    ...(failures > 0 ? [`Failed runs read: ${failures.toLocaleString('en')}`] : []),
    ...(tab === 'open' ? suspectLines(suspects) : []),
  ];
}

function suspectLines(suspects: HandedGroup['suspects']): string[] {
  if (!suspects) return ['Changes before it: not looked for; open the group to look'];
  if (suspects.length === 0) return ['Changes before it: none found that fits, which proves nothing'];
  return suspects.map(
    ({ at, by, name, what, region, certainty }) =>
      `Changed before it (${certainty}, not proven): ${stamp(at)} ${plain(by)}: ${plain(name)}${what ? ` of ${plain(what)}` : ''} in ${region}`,
  );
}

function secretLine(one: FleetSecret, { name, state }: HandOverWords): string {
  const { secret } = one;
  const pending = pendingOf(secret.shown);
  const cells = [
    `\`${name(secret.name)}\``,
    secret.primaryRegion,
    state(one.state.kind),
    String(lastFailure(one)?.failures.length ?? '–'),
    pending ? `v ${shortId(pending, Object.values(secret.shown.holders))}` : '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function fixLines({ what, command }: HandedGroup['fixes'][number], index: number): string[] {
  const code = command ? ['```sh', ...command.split('\n'), '```'].map((line) => `   ${line}`) : [];
  return [`${index + 1}. ${plain(what)}`, ...(command ? ['', ...code, ''] : [])];
}
