import { useEffect, useRef, useState } from 'react';
import { arnInRegion } from '@/lib/domain/arn';
import { isSeen } from '@/lib/domain/replication/judge-cell';
import type { RunResult } from '@/lib/domain/replication/run-result';
import { awsNow } from '../aws-time';
import { useHoldTab } from '../hold-tab';
import { type ActOrder, type ActStage, carryOut } from './act';
import { type ReplicationReader, toCopyReading } from './reader';
import { readerOf } from './readers';

/** One act of a run. */
export interface RunStep {
  readonly id: string;
  /** The secret's name. */
  readonly name: string;
  /** As whom it is made. */
  readonly scope: string;
  readonly order: ActOrder;
}

/** Where a run ended before its end: at the first that was not as planned, or after the one under way when it was `asked` to. */
export interface Stopped {
  readonly name: string;
  readonly words: string;
  readonly asked?: true;
}

/**
 * Carries out acts one by one, each read back before the next. It stops at the first that is not as planned, when it is
 * asked to, and when its page is left.
 */
export function useRun() {
  const [results, setResults] = useState<ReadonlyMap<string, RunResult>>(new Map());
  const [current, setCurrent] = useState<string>();
  const [stopped, setStopped] = useState<Stopped>();
  const under = useRef(false);
  const asked = useRef(false);
  const stop = () => {
    asked.current = true;
  };
  useEffect(
    () => () => {
      asked.current = true;
    },
    [],
  );
  useHoldTab(current !== undefined);

  /** `onDone` is told of each step that was read back. */
  const begin = async (steps: readonly RunStep[], onDone?: (id: string) => void) => {
    if (under.current) return;
    under.current = true;
    asked.current = false;
    setStopped(undefined);
    for (const [at, { id, name, scope, order }] of steps.entries()) {
      const reader = readerOf(scope);
      setCurrent(id);
      const stage = await carryOut(scope, reader, order, () => undefined);
      const when = new Date(awsNow()).toISOString();
      if (stage.stage === 'done') {
        const { requestId } = stage;
        setResults((known) => new Map(known).set(id, { outcome: 'done', at: when, requestId }));
        onDone?.(id);
        if (!asked.current || at === steps.length - 1) continue;
        setStopped({ name, words: 'As you asked', asked: true });
        break;
      }
      const words = surprise(reader, order, stage);
      setResults((known) => new Map(known).set(id, { outcome: 'stopped', at: when, words }));
      setStopped({ name, words: words.replace(/\.$/, '') });
      break;
    }
    setCurrent(undefined);
    under.current = false;
  };
  return { results, current, stopped, begin, stop, busy: current !== undefined };
}

function surprise(reader: ReplicationReader, { key, region, kind }: ActOrder, stage: ActStage): string {
  if (stage.stage === 'refused') return stage.problem.detail ?? stage.problem.title;
  if (stage.stage === 'reported') return 'AWS reports it done, and the region cannot be read to prove it';
  if (stage.stage !== 'failed') return 'AWS took the call, and re-reading does not show it';
  const of = toCopyReading(reader.readings.get(arnInRegion(key, key.split(':')[3] ?? '')));
  const message = isSeen(of) ? of.replicas.find((one) => one.region === region)?.message : undefined;
  return message ?? `AWS reports ${kind === 'add' ? 'the new replica' : 'it'} as failed, without a message`;
}
