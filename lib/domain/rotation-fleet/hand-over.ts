import { escapeMarkdown as plain } from '../escape-markdown.ts';
import type { FleetStateKind } from './fleet-secret.ts';
import type { FleetGroup } from './group-fleet.ts';
import { groupLines, leftLine } from './hand-over-group.ts';
import { counted, stamp } from './note-words.ts';

/** A change before a group began to fail. */
export interface HandedChange {
  readonly at: string;
  readonly by: string;
  readonly name: string;
  readonly what: string;
  readonly region: string;
  readonly certainty: 'likely' | 'possible';
}

/** A group as it is handed over, with what is known of why. */
export interface HandedGroup {
  readonly group: FleetGroup;
  readonly title: string;
  /** What else would explain it, in words, each with how certain it is. */
  readonly others: readonly string[];
  /** What to do, in its order. */
  readonly fixes: readonly { readonly what: string; readonly command?: string | undefined }[];
  /** Absent: nobody has looked for them. */
  readonly suspects?: readonly HandedChange[] | undefined;
  /** Whose it is, where the note is of several accounts: `6027-3314-5908 as viewer`. */
  readonly account?: string | undefined;
}

/** Something that was done in this session. */
export interface HandedAct {
  /** ISO. */
  readonly at: string;
  /** The secret's name. */
  readonly name: string;
  /** The end of a sentence that begins with who did it. */
  readonly words: string;
  readonly reason?: string | undefined;
  /** Where the note is of several accounts. */
  readonly account?: string | undefined;
}

/** What whoever is on call next has to know. */
export interface HandOver {
  /** AWS's clock, ISO. */
  readonly at: string;
  /** Each account with its role, and who the operator is there. */
  readonly places: readonly { readonly scope: string; readonly operator: string }[];
  /** How far back CloudTrail was read, or why it was not, region by region. */
  readonly reach: readonly { readonly region: string; readonly words: string }[];
  readonly groups: readonly HandedGroup[];
  readonly acts: readonly HandedAct[];
}

/** How names and states are written. */
export interface HandOverWords {
  readonly name: (name: string) => string;
  readonly state: (kind: FleetStateKind) => string;
}

/** A hand-over note as Markdown: names, ids, times, AWS's own sentences; no value, and no line of a log. */
export function handOverMarkdown(given: HandOver, words: HandOverWords): string {
  const { at, places, reach, groups, acts } = given;
  const secrets = groups.reduce((sum, { group }) => sum + group.secrets.length, 0);
  const lines = [
    `# Rotation, handed over ${stamp(at)}`,
    '',
    `${places.length > 1 ? 'Accounts and roles' : 'Account and role'} ${whose(places)}. ${counted(secrets, 'secret')} in ${counted(groups.length, 'group')}. All times are UTC.`,
    '',
    ...groups.flatMap((one, index) => groupLines(one, index + 1, words)),
    '## Done in this session',
    '',
    ...(acts.length > 0 ? acts.map((act) => actLine(act, words)) : ['Nothing.']),
    '',
    '## Left to do',
    '',
    ...(groups.length > 0 ? groups.map((one, index) => leftLine(one, index + 1)) : ['Nothing is open.']),
    '',
    '## How far this reaches',
    '',
    ...reach.map(({ region, words: far }) => `- ${region}: ${plain(far)}`),
    '- CloudTrail delivers some minutes late. What lies further back than was read is not counted.',
  ];
  return `${lines.join('\n')}\n`;
}

const whose = (places: HandOver['places']) =>
  places.map(({ scope, operator }) => `\`${scope}\`, by ${plain(operator)}`).join('; ');

function actLine(
  { at, name, words: did, reason, account }: HandedAct,
  { name: shown }: HandOverWords,
): string {
  return `- ${stamp(at)} \`${shown(name)}\`${account ? ` of ${account}` : ''}: ${plain(did)}${reason ? `, because “${plain(reason)}”` : ''}`;
}
