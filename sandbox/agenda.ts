/** What is to happen by itself later, in virtual time: a copy arrives, a deletion ends. */
export interface Agenda {
  /** Plans a task; it is given the instant it was planned for, whenever it is carried out. */
  at(due: Date, task: Task): void;
  /** Carries out all that is due by now, the earliest first, also what those tasks plan in turn. */
  run(now: Date): void;
}

/** Something to do at an instant. */
export type Task = (due: Date) => void;

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly task: Task;
}

/** Nothing planned yet. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;
  return {
    at(due, task) {
      heap.push({ due: due.getTime(), order: order++, task });
      rise(heap, heap.length - 1);
    },
    run(now) {
      while (heap.length > 0 && heap[0]!.due <= now.getTime()) {
        const { due, task } = takeFirst(heap);
        task(new Date(due));
      }
    },
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
