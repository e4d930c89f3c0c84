import type { Task } from '../../agenda.ts';
import type { Program, RotationEvent, Running } from '../../functions/code.ts';
import { Raised } from '../../functions/failure.ts';
import { PROGRAMS } from '../../functions/programs.ts';
import { createRandom, seedOf } from '../../random.ts';
import type { State } from '../../state.ts';
import { writeLines } from '../logs/write.ts';
import { environmentRefusal } from './configuration.ts';
import { leaveEnvironment, takeEnvironment } from './environments.ts';
import { invocable } from './invocable.ts';
import { codeLine, type Ending, endLines, initLine, raisedLine, startLine, type Told } from './lines.ts';
import type { Environment, LambdaFunction } from './state.ts';
import { type Run, surroundingsOf } from './surroundings.ts';

/** One invocation that Secrets Manager asks for. */
export interface Wanted {
  readonly functionArn: string;
  /** The secret's account. */
  readonly account: string;
  readonly event: RotationEvent;
  /** Tells the tries of a step apart. */
  readonly attempt: number;
}

/** What happens once an invocation has ended; it holds on to no part of a state. */
export type Then = (at: Date, state: State, succeeded: boolean) => void;

/** An invocation on its way: its code stands still between two instants. */
interface Going {
  readonly run: Run;
  readonly told: Told;
  readonly program: Program;
  readonly code: Running<void>;
  readonly environment: Environment;
  readonly started: Date;
  readonly memoryMb: number;
  /** What starting the code took, where it had to be started. */
  readonly initMs: number | undefined;
  readonly then: Then;
  begun: boolean;
}

/** The invocations on their way, by world: a copy of a world has none of them. */
const going = new WeakMap<State, Map<string, Going>>();

/** What Lambda takes to answer that it cannot invoke, in milliseconds. */
const REFUSAL_MS = 1800;

/**
 * Invokes a rotation function, whose code goes on by itself as virtual time passes, until it returns, raises or is
 * out of time. A function that cannot be invoked fails without a line in any log.
 */
export function invoke(state: State, at: Date, wanted: Wanted, then: Then): void {
  const fn = invocable(state.lambda, wanted.functionArn, { account: wanted.account, now: at });
  const program = fn && PROGRAMS[fn.code];
  if (!fn || !program || fn.unfit || environmentRefusal(state, fn) || isFull(state, fn)) {
    state.agenda.at(later(at, REFUSAL_MS), (due, there) => then(due, there, false));
    return;
  }
  const random = createRandom(seedOf(`${Object.values(wanted.event).join()}${wanted.attempt}`));
  const told = { fn, language: program.language, requestId: random.uuid() };
  const { environment, isCold } = takeEnvironment(state.lambda, fn, at, random);
  const initMs = isCold ? 180 + random.next() * 300 : undefined;
  const started = later(at, initMs ?? 0);
  const run: Run = {
    ...{ state, fn, language: program.language, event: wanted.event, random, now: started },
    write: (level, message, more) => write(one, codeLine(told, run.now, level, message, more)),
  };
  const code = program.broken ? failing(program.broken) : program.run(surroundingsOf(run));
  const memoryMb = 70 + Math.floor(random.next() * 30);
  const one: Going = {
    ...{ run, told, program, code, environment, started, memoryMb, initMs, then },
    begun: false,
  };
  const all = going.get(state) ?? new Map<string, Going>();
  going.set(state, all.set(told.requestId, one));
  if (isCold) {
    run.now = at;
    write(one, initLine(told, at));
    run.now = started;
  }
  // A copy of this world has nothing of the code on its way here: it invokes the function once more.
  const task: Task = (due, there) => {
    const here = going.get(there)?.get(told.requestId);
    if (here) advance(here, due, task);
    else invoke(there, due, wanted, then);
  };
  state.agenda.at(started, task);
}

/** Whether the function runs as often as it may. https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
function isFull(state: State, { arn, reservedConcurrency }: LambdaFunction): boolean {
  if (reservedConcurrency === undefined) return false;
  const running = [...(going.get(state)?.values() ?? [])].filter(({ run }) => run.fn.arn === arn).length;
  return running >= reservedConcurrency;
}

/** Lets code go on from where it stands until it waits again, or has ended. */
function advance(one: Going, now: Date, task: Task): void {
  const { run, code, program, told } = one;
  run.now = now;
  if (!one.begun) {
    one.begun = true;
    write(one, startLine(told, now));
    if (one.initMs !== undefined && told.language === 'python' && !program.broken) {
      run.write('INFO', 'Found credentials in environment variables.', undefined);
    }
  }
  const deadline = later(one.started, run.fn.timeout * 1000);
  if (now >= deadline) {
    code.return();
    end(one, { status: 'timeout' });
    return;
  }
  try {
    const { done, value } = code.next();
    if (done) end(one, { status: 'success' });
    else run.state.agenda.at(new Date(Math.min(now.getTime() + Math.ceil(value), deadline.getTime())), task);
  } catch (cause) {
    if (!(cause instanceof Raised)) throw cause;
    write(one, raisedLine(told, now, cause));
    // A report names the error only where the runtime itself has failed, or in JSON.
    const isShown = cause.type.startsWith('Runtime.') || run.fn.logging.logFormat === 'JSON';
    end(one, { status: 'error', ...(isShown ? { errorType: cause.type } : {}) });
  }
}

function end(one: Going, { status, errorType }: Pick<Ending, 'status' | 'errorType'>): void {
  const { run, told, environment, started, memoryMb, initMs, program, then } = one;
  const { state, fn, now, random } = run;
  going.get(state)?.delete(told.requestId);
  const durationMs =
    status === 'timeout' ? fn.timeout * 1000 : now.getTime() - started.getTime() + random.next();
  const ending: Ending = {
    ...{ status, durationMs, memoryMb, initMs },
    ...(errorType === undefined ? {} : { errorType }),
  };
  write(one, ...endLines(told, now, ending));
  leaveEnvironment(state.lambda, fn, environment, status === 'timeout' || program.broken ? undefined : now);
  then(now, state, status === 'success');
}

function write({ run, environment }: Going, ...messages: string[]): void {
  const { fn, now, state } = run;
  writeLines(
    state.logs,
    {
      ...{ account: fn.account, region: fn.region },
      ...{ logGroupName: fn.logging.logGroup, logStreamName: environment.stream },
    },
    messages.map((message) => ({ timestamp: now.getTime(), message })),
    now,
  );
}

// biome-ignore lint/correctness/useYield: code that cannot be started does nothing but fail.
function* failing({ type, message }: NonNullable<Program['broken']>): Running<void> {
  throw new Raised(type, message);
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + Math.ceil(ms));
}
