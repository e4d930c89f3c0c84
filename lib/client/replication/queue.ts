import { parseSecretArn } from '@/lib/domain/arn';

/** What is still to be read, by region: what is in sight before what is not. */
export interface ReadingQueue {
  /** Takes in what is not waiting yet; says whether anything is new. */
  add(arns: readonly string[]): boolean;
  /** Puts those of them that wait before the others. */
  hurry(arns: readonly string[]): void;
  /** Whether there is anything to take now. */
  ready(): boolean;
  /** The next ones to ask for, of regions that owe hardly an answer. They are on their way then. */
  take(): string[];
  /** Notes an answer; says whether its region owes hardly any more. */
  done(arn: string): boolean;
  /** The regions that still owe answers to some of these. */
  unanswered(arns: readonly string[]): string[];
  /** Forgets a region. */
  drop(region: string): void;
  /** How many wait or are on their way. */
  size(): number;
  clear(): void;
}

/**
 * So many of one region, and in all, are asked for at once: an answer to what comes into sight never waits long. Names may
 * be long, and the door takes a question of 262,144 bytes.
 */
const MOST = { region: 250, all: 2_000, letters: 240_000 };

/**
 * A region that has answered as many of a question, and owes less than are read at once, would soon be idle: it is asked for
 * more. One that has answered hardly anything may hang, and must not take all streams.
 */
const HARDLY = 12;

interface Waiting {
  readonly first: Set<string>;
  readonly later: Set<string>;
  readonly flying: Set<string>;
  /** How many were asked for at last. */
  asked: number;
}

const isFree = ({ flying, asked }: Waiting) =>
  flying.size === 0 || (flying.size < HARDLY && asked >= 2 * HARDLY);

const isOpen = ({ first, later }: Waiting) => first.size + later.size > 0;

/** An empty queue. */
export function createQueue(): ReadingQueue {
  const regions = new Map<string, Waiting>();
  const of = (arn: string) => {
    const region = regionOf(arn);
    const known = regions.get(region) ?? { first: new Set(), later: new Set(), flying: new Set(), asked: 0 };
    regions.set(region, known);
    return known;
  };
  return {
    add(arns) {
      let added = false;
      for (const arn of arns) {
        const { first, later, flying } = of(arn);
        if (flying.has(arn) || first.has(arn) || later.has(arn)) continue;
        later.add(arn);
        added = true;
      }
      return added;
    },
    hurry(arns) {
      for (const arn of arns) {
        const { first, later } = of(arn);
        if (later.delete(arn)) first.add(arn);
      }
    },
    ready: () => [...regions.values()].some((waiting) => isFree(waiting) && isOpen(waiting)),
    take() {
      const taken: string[] = [];
      let letters = 0;
      for (const waiting of regions.values()) {
        const { first, later, flying } = waiting;
        if (!isFree(waiting) || !isOpen(waiting)) continue;
        waiting.asked = 0;
        for (const arn of [...first, ...later].slice(0, Math.min(MOST.region, MOST.all - taken.length))) {
          letters += arn.length;
          if (letters > MOST.letters) return taken;
          first.delete(arn);
          later.delete(arn);
          flying.add(arn);
          waiting.asked += 1;
          taken.push(arn);
        }
      }
      return taken;
    },
    done(arn) {
      const waiting = of(arn);
      return waiting.flying.delete(arn) && isFree(waiting);
    },
    unanswered: (arns) => [...new Set(arns.filter((arn) => of(arn).flying.has(arn)).map(regionOf))],
    drop: (region) => void regions.delete(region),
    size: () =>
      [...regions.values()].reduce(
        (sum, { first, later, flying }) => sum + first.size + later.size + flying.size,
        0,
      ),
    clear: () => regions.clear(),
  };
}

const regionOf = (arn: string) => parseSecretArn(arn)?.region ?? '';
