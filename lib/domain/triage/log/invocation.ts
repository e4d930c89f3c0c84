import type { Line } from './line.ts';
import { type PlatformLine, platformOf, type Report } from './platform.ts';

/** One run of the function, with everything the log holds of it. */
export interface Invocation {
  readonly id: string | undefined;
  /** What code wrote: the function's, its libraries', the runtime's; Lambda's own lines are not among them. */
  readonly lines: Line[];
  /** So many of its lines were written before it began: by the start-up of the function. */
  startup: number;
  /** The log holds its beginning. */
  started: boolean;
  ended: boolean;
  report: (Report & { readonly line: Line }) | undefined;
  timeout: { readonly seconds: number; readonly line: Line } | undefined;
  init: { readonly errorType: string | undefined; readonly line: Line } | undefined;
}

/** Puts each line to its invocation: by request id where it has one, else to the one that is open. */
export function invocationsOf(lines: readonly Line[]): Invocation[] {
  const read = lines.map((line) => ({ line, platform: platformOf(line) }));
  const known = new Set(
    read.flatMap(({ line, platform }) => (platform && line.requestId ? [line.requestId] : [])),
  );
  const all: Invocation[] = [];
  const byId = new Map<string, Invocation>();
  // Lines between two invocations: those of a start-up belong to the next.
  let before: { line: Line; platform: PlatformLine | undefined }[] = [];
  let open: Invocation | undefined;

  const begin = (id: string | undefined) => {
    const made: Invocation = {
      id,
      lines: [],
      startup: 0,
      started: false,
      ended: false,
      report: undefined,
      timeout: undefined,
      init: undefined,
    };
    all.push(made);
    if (id !== undefined) byId.set(id, made);
    for (const each of before) put(made, each.line, each.platform);
    before = [];
    return made;
  };

  for (const { line, platform } of read) {
    const id =
      line.requestId !== undefined && (known.size === 0 || known.has(line.requestId))
        ? line.requestId
        : undefined;
    const own = id === undefined ? open : (byId.get(id) ?? begin(id));
    if (own === undefined || (platform?.kind === 'init' && id === undefined && own.ended)) {
      before.push({ line, platform });
      continue;
    }
    if (id === undefined && own.ended && !platform) {
      before.push({ line, platform });
      continue;
    }
    open = own;
    put(own, line, platform);
  }
  if (before.length > 0) {
    const last = all.at(-1);
    if (last && before.every(({ platform }) => !platform))
      for (const each of before) put(last, each.line, undefined);
    else begin(undefined);
  }
  // In the order in which they came to their end: invocations of one function run side by side.
  const order = new Map(all.map((invocation) => [invocation, endOf(invocation)]));
  all.sort((a, b) => order.get(a)! - order.get(b)!);
  return all.filter(
    ({ lines: own, started, timeout, report, init }) =>
      own.length > 0 || started || timeout || report || init,
  );
}

const LONGEST_ENTRY = 2 ** 30;

function endOf({ report, timeout, lines }: Invocation): number {
  const last = report?.line ?? timeout?.line ?? lines.at(-1);
  return last ? last.entry * LONGEST_ENTRY + last.start : Number.POSITIVE_INFINITY;
}

function put(invocation: Invocation, line: Line, platform: PlatformLine | undefined): void {
  switch (platform?.kind) {
    case undefined:
      invocation.lines.push(line);
      return;
    case 'start':
      if (!invocation.started) invocation.startup = invocation.lines.length;
      invocation.started = true;
      return;
    case 'end':
      invocation.ended = true;
      return;
    case 'report':
      invocation.ended = true;
      invocation.report = { ...platform, line };
      return;
    case 'timeout':
      invocation.timeout = { seconds: platform.seconds, line };
      return;
    case 'init':
      if (platform.failed) invocation.init = { errorType: platform.errorType, line };
      return;
    case 'aside':
      return;
  }
}
