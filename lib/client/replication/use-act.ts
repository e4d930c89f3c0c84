import { useRef, useState } from 'react';
import { type ActOrder, type ActStage, carryOut } from './act';
import { readerOf } from './readers';

/** Carries out one act at a time, and says where it stands. */
export function useAct(scope: string) {
  const [stage, setStage] = useState<ActStage>();
  // Two clicks can come before React has rendered the first one's effect.
  const under = useRef(false);
  const run = async (order: ActOrder): Promise<ActStage | undefined> => {
    if (under.current) return undefined;
    under.current = true;
    try {
      return await carryOut(scope, readerOf(scope), order, setStage);
    } finally {
      under.current = false;
    }
  };
  return { run, stage, busy: stage?.stage === 'asking' || stage?.stage === 'waiting' };
}
