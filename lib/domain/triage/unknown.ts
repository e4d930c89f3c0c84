import type { Diagnosis, Proof, RankedCause } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import type { Block } from './log/block.ts';
import { placeInEntry } from './log/line.ts';
import { namedStep, type Place } from './place.ts';
import { stepOfEvent } from './trail.ts';

/** A failure that no rule explains: where it is told, so that an operator knows what to look at. */
export function unknownFrom(place: Place, evidence: Evidence): RankedCause {
  const { failing, events } = place;
  const step =
    namedStep(place, failing?.blocks.find(isError)?.lines) ??
    events.map(stepOfEvent).find((told) => told.step)?.step;
  return {
    cause: 'unknown',
    step: step ?? (failing && failing.blocks.length > 0 ? 'setSecret' : 'invoke'),
    certainty: 'possible',
    proofs: [...fromLog(place), ...fromTrail(place, evidence)].slice(0, 3),
  };
}

const isError = ({ uncaught, level, trace }: Block) => uncaught || level === 'error' || trace;

function fromLog({ failing }: Place): Diagnosis[number]['proofs'] {
  if (!failing) return [];
  const block = failing.blocks.findLast(isError) ?? failing.blocks.at(-1);
  const line = block?.lines[0] ?? failing.invocation.report?.line ?? failing.invocation.timeout?.line;
  if (!line) return [];
  const { entry, raw } = line;
  return [
    {
      source: 'log',
      line: entry,
      start: line.start,
      end: placeInEntry(line, raw.length),
      says: 'The attempt ended here; no rule knows why',
    },
  ];
}

const fromTrail = ({ events }: Place, { cloudtrail }: Evidence): Proof[] =>
  events.map((event) => ({
    source: 'cloudtrail',
    line: cloudtrail.indexOf(event),
    says: `${event.eventName ?? 'An event'} tells of the failure; the function's log around its time tells more`,
  }));
