import { intervalAt } from './at-moment.ts';
import type { SecretEvent } from './secret-event.ts';
import type { Timeline } from './timeline.ts';
import { actorName, effectWords, reasonWords } from './words.ts';

/** How times and versions are written in a sentence. */
export interface Spelling {
  /** An instant in epoch milliseconds, e.g. `03:12 UTC`. */
  readonly time: (at: number) => string;
  /** The same inside the sentence, e.g. `22:41`. */
  readonly brief: (at: number) => string;
  /** A version id cut short. */
  readonly version: (id: string) => string;
}

/** Where AWSCURRENT was at a moment and who put it there, in one sentence. */
export function sentenceAt(
  timeline: Timeline,
  events: readonly SecretEvent[],
  at: number,
  spelling: Spelling,
): string {
  const { time, brief, version } = spelling;
  const begin = `At ${time(at)}`;
  const lane = timeline.lanes.find(({ label }) => label === 'AWSCURRENT');
  if (at > timeline.to) return `${begin} nothing is known yet: it is later than the last reading.`;
  if (at < timeline.from) return `${begin} the secret did not exist.`;
  const found = lane && intervalAt(lane, at);
  if (!found || found.certainty === 'unknown') {
    return `${begin} it is not known where AWSCURRENT was${found?.reason ? `: ${reasonWords(found.reason)}` : ''}.`;
  }
  const doubt = found.certainty === 'inferred' ? ' probably' : '';
  const was =
    found.versionId === null
      ? 'no version had AWSCURRENT'
      : `AWSCURRENT was${doubt} v ${version(found.versionId)}`;
  const event = events.find(({ id }) => id === found.startedBy);
  const by = event
    ? `, ${passive(event, version)} by ${actorName(event.actor)} at ${brief(Date.parse(event.at))}`
    : '';
  const why = found.certainty === 'inferred' && found.reason ? ` (${reasonWords(found.reason)})` : '';
  const sentence = `${begin} ${was}${by}${why}`;
  // An id that is cut short ends in dots of its own.
  return sentence.endsWith('…') ? sentence : `${sentence}.`;
}

function passive(event: SecretEvent, version: Spelling['version']): string {
  const { effect } = event;
  if (effect.kind === 'value-put' || effect.kind === 'updated') return 'put';
  if (effect.kind === 'label-moved') return 'moved';
  if (effect.kind === 'rotation') return 'rotated';
  return effectWords(event, version);
}
