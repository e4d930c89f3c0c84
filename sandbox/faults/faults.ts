import type { CallKey } from '../calls.ts';
import { createRandom } from '../random.ts';
import type { Fault } from './fault.ts';

/** What happens to one call. */
export interface Strike {
  /** Milliseconds the answer is held back, summed over all latency faults that hit. */
  readonly delay: number;
  /** The fault that takes the call, if any. */
  readonly fault: Fault | undefined;
  /** Aborted when the faults are deleted: calls that hang go on. */
  readonly lifted: AbortSignal;
}

/** The faults in force. */
export interface Faults {
  add(fault: Fault): void;
  /** In the order they were added; one with count 0 is used up. */
  list(): readonly Fault[];
  clear(): void;
  /** Decides what happens to a call, and counts it. */
  strike(call: CallKey): Strike;
}

/** No faults yet. Their dice are their own: a fault must not change the identifiers a world gives. */
export function createFaults(seed: number): Faults {
  let random = createRandom(seed);
  let faults: Fault[] = [];
  let lift = new AbortController();
  const hits = (fault: Fault, call: CallKey) =>
    fault.count !== 0 && concerns(fault, call) && random.next() < fault.probability;
  const count = (at: number) => {
    const fault = faults[at]!;
    if (fault.count !== undefined) faults[at] = { ...fault, count: fault.count - 1 };
    return fault;
  };
  return {
    add: (fault) => {
      faults.push(fault);
    },
    list: () => [...faults],
    clear: () => {
      faults = [];
      random = createRandom(seed);
      lift.abort();
      lift = new AbortController();
    },
    strike(call) {
      let delay = 0;
      for (let at = 0; at < faults.length; at += 1) {
        if (!hits(faults[at]!, call)) continue;
        const fault = count(at);
        if (fault.kind !== 'latency') return { delay, fault, lifted: lift.signal };
        delay += fault.ms ?? 0;
      }
      return { delay, fault: undefined, lifted: lift.signal };
    },
  };
}

function concerns(fault: Fault, call: CallKey): boolean {
  const filters = ['service', 'operation', 'region', 'principal'] as const;
  return filters.every((name) => fault[name] === undefined || fault[name] === call[name]);
}
