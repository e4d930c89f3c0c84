import type { State } from './state.ts';

/** What is to happen by itself later, in virtual time: a copy arrives, a deletion ends. */
export interface Agenda {
  /** Plans a task; it is given the instant it was planned for, whenever it is carried out. */
  at(due: Date, task: Task): void;
  /** Carries out all that is due by now, the earliest first, also what those tasks plan in turn. */
  run(now: Date, state: State): void;
  /** The same plans once more: for a copy of the world they were made in. */
  copy(): Agenda;
}

/**
 * Something to do at an instant, in the state it is given: a copy of a world carries out the same tasks, so a
 * task holds on to no part of the state that planned it.
 */
export type Task = (due: Date, state: State) => void;

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly task: Task;
}

/** Nothing planned yet. */
export function createAgenda(): Agenda {
  return agendaOf([], 0);
}

function agendaOf(heap: Entry[], first: number): Agenda {
  let order = first;
  return {
    at(due, task) {
      heap.push({ due: due.getTime(), order: order++, task });
      rise(heap, heap.length - 1);
    },
    run(now, state) {
      while (heap.length > 0 && heap[0]!.due <= now.getTime()) {
        const { due, task } = takeFirst(heap);
        task(new Date(due), state);
      }
    },
    copy: () => agendaOf([...heap], order),
  };
}

// A binary heap: a world of many secrets plans hundreds of thousands of tasks while it is built.
function takeFirst(heap: Entry[]): Entry {
  const first = heap[0]!;
  const last = heap.pop()!;
  if (heap.length > 0) {
    heap[0] = last;
    sink(heap, 0);
  }
  return first;
}

function rise(heap: Entry[], start: number): void {
  for (let at = start; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!before(heap[at]!, heap[parent]!)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: Entry[], start: number): void {
  for (let at = start; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
    if (right < heap.length && before(heap[right]!, heap[least]!)) least = right;
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

function before(one: Entry, other: Entry): boolean {
  return one.due !== other.due ? one.due < other.due : one.order < other.order;
}

function swap(heap: Entry[], one: number, other: number): void {
  [heap[one], heap[other]] = [heap[other]!, heap[one]!];
}
