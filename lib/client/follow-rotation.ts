import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { secretQuery } from './secret';

const EVERY_MS = 3_000;
/** A rotation takes seconds as a rule, and two calls are made for each reading. */
const MOST = 30;

/** Reads the secret again while a rotation begun in this tab has not moved its labels; then CloudTrail has the word. */
export function useFollowRotation(scope: string, arn: string, version: string | undefined): void {
  const client = useQueryClient();
  const left = useRef(MOST);
  useEffect(() => {
    if (version === undefined) return;
    left.current = MOST;
    const timer = setInterval(() => {
      left.current -= 1;
      if (left.current < 0) clearInterval(timer);
      else void client.invalidateQueries({ queryKey: secretQuery(scope, arn).queryKey });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [client, scope, arn, version]);
}
