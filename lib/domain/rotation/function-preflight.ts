import type { FunctionFacts } from './function-facts.ts';

/** One thing looked at before a secret is rotated. */
export interface PreflightItem {
  readonly about: 'labels' | 'function' | 'invoke' | 'state' | 'timeout' | 'concurrency' | 'key' | 'keys';
  readonly state: 'ok' | 'problem' | 'unknown';
  readonly title: string;
  readonly why: string;
}

interface Known {
  readonly functionArn?: string | undefined;
  readonly facts?: FunctionFacts | undefined;
  /** Why the function could not be read. */
  readonly noFacts?: string | undefined;
}

/** The templates of AWS wait this long for a connection, twice for each of three passwords. */
const SHORT_TIMEOUT = 30;

/** What speaks for and against the rotation function; what Lambda did not say is unknown. */
export function functionItems({ functionArn, facts, noFacts }: Known): readonly PreflightItem[] {
  if (!functionArn) {
    return [
      {
        about: 'function',
        state: 'problem',
        title: 'No function is set',
        why: 'There is nothing that could rotate it.',
      },
    ];
  }
  const name = functionArn.slice(functionArn.lastIndexOf(':') + 1);
  if (!facts) {
    const why = noFacts ?? 'Lambda has not been asked yet.';
    return [{ about: 'function', state: 'unknown', title: `${name} was not looked at`, why }];
  }
  if (facts.exists === false) {
    return [
      {
        about: 'function',
        state: 'problem',
        title: `There is no function ${facts.name}`,
        why: 'Lambda knows none of this name here.',
      },
    ];
  }
  return [invoke(facts), state(facts), timeout(facts), concurrency(facts)];
}

function invoke({ invocable, name }: FunctionFacts): PreflightItem {
  const about = 'invoke';
  if (invocable === undefined) {
    return {
      about,
      state: 'unknown',
      title: 'Its policy was not read',
      why: 'Whether Secrets Manager may invoke it is not known.',
    };
  }
  return invocable
    ? { about, state: 'ok', title: `Secrets Manager may invoke ${name}`, why: 'Its policy says so.' }
    : {
        about,
        state: 'problem',
        title: `Secrets Manager may not invoke ${name}`,
        why: 'Its policy names no secretsmanager.amazonaws.com: AWS would refuse.',
      };
}

function state({ state: now, stateReason, lastUpdateStatus }: FunctionFacts): PreflightItem {
  const about = 'state';
  if (now === undefined)
    return { about, state: 'unknown', title: 'Its state was not read', why: 'Lambda did not say it.' };
  if (now !== 'Active') {
    return {
      about,
      state: 'problem',
      title: `The function is ${now}`,
      why: stateReason ?? 'It cannot be invoked.',
    };
  }
  return lastUpdateStatus === 'Failed'
    ? {
        about,
        state: 'problem',
        title: 'Its last update failed',
        why: 'It runs as it was before that update.',
      }
    : { about, state: 'ok', title: 'The function is active', why: 'Lambda says so.' };
}

function timeout({ timeoutSeconds: seconds }: FunctionFacts): PreflightItem {
  const about = 'timeout';
  if (seconds === undefined)
    return { about, state: 'unknown', title: 'Its timeout was not read', why: 'Lambda did not say it.' };
  return seconds < SHORT_TIMEOUT
    ? {
        about,
        state: 'problem',
        title: `It may run ${seconds} s`,
        why: `A database that does not answer takes AWS’s functions up to ${SHORT_TIMEOUT} s: they would be killed before they can say so.`,
      }
    : {
        about,
        state: 'ok',
        title: `It may run ${seconds} s`,
        why: 'Long enough for AWS’s functions to say what they wait for.',
      };
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html#concurrency-related-failures */
const ADVISED = 10;

function concurrency({
  reservedConcurrency: reserved,
  concurrencyAsked: asked,
}: FunctionFacts): PreflightItem {
  const about = 'concurrency';
  if (reserved === 0) {
    return {
      about,
      state: 'problem',
      title: 'No concurrency is left to it',
      why: '0 is reserved, so Lambda never runs it.',
    };
  }
  if (reserved !== undefined) {
    const few = reserved < ADVISED;
    const why = few
      ? `Reserved for this function. AWS advises ${ADVISED} or more: of many secrets that rotate at once some would fail.`
      : 'Reserved for this function.';
    return { about, state: few ? 'problem' : 'ok', title: `${reserved} at a time`, why };
  }
  return asked
    ? { about, state: 'ok', title: 'No concurrency is reserved', why: 'It shares what the account has.' }
    : { about, state: 'unknown', title: 'Its concurrency was not read', why: 'Lambda did not say it.' };
}
