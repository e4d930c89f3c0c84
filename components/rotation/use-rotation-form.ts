import { useRef, useState } from 'react';
import { type ActKind, isReady } from '@/components/rotation/act-words';
import {
  draftOf,
  functionArnOf,
  readDraft,
  rulesOf,
  type ScheduleDraft,
} from '@/components/rotation/schedule-draft';
import { refusedWords } from '@/components/version/refusals';
import { useDraft } from '@/lib/client/draft';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { type RotationResult, useRotation } from '@/lib/client/rotation';
import type { SecretReading } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { cancelCall, rotateCall } from '@/lib/domain/rotation/rotation-call';
import type { SecretDetail } from '@/lib/domain/secret';

const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;

/** A write of rotation while it is prepared: what is asked for, what is missing, the one call, and its failure. */
export function useRotationForm(
  scope: string,
  kind: ActKind,
  { reading, secret }: { readonly reading: SecretReading; readonly secret: SecretDetail },
  onDone: () => void,
) {
  const { arn, region, name } = reading;
  const operation = kind === 'cancel' ? 'CancelRotateSecret' : 'RotateSecret';
  // The pending version's id: the same form sent twice begins one rotation.
  const [token] = useState(() => crypto.randomUUID());
  const [typedName, setTypedName] = useState('');
  const [reason, setReason, clearReason] = useDraft(`reason.${scope}.${arn}`);
  const [kept, setKept, clearKept] = useDraft(`schedule.${scope}.${arn}`);
  const begin = draftOf(secret.rotation);
  const draft = kept === '' ? begin : parsed(kept, begin);
  const [problem, setProblem] = useState<Problem>();
  const [lost, setLost] = useState<Extract<RotationResult, { outcome: 'not-seen' }>>();
  const refusal = useRefusal(scope, arn, operation);
  const rotation = useRotation(scope);
  const under = useRef(false);

  const edits = kind === 'schedule';
  const withFunction = !secret.owningService && !secret.type;
  const rules = rulesOf(draft);
  const read = readDraft(draft);
  const functionArn = functionArnOf(draft.functionName, arn);
  const functionFault =
    edits && withFunction && !FUNCTION_ARN.test(functionArn)
      ? 'The ARN of a Lambda function, or its name'
      : undefined;
  const call = {
    ...{ arn, region, token },
    immediately: kind === 'rotate' || (edits && draft.immediately),
    ...(edits && withFunction ? { functionArn } : {}),
    ...(edits && rules.schedule
      ? {
          rules: {
            ScheduleExpression: rules.schedule,
            ...(rules.duration ? { Duration: rules.duration } : {}),
          },
        }
      : {}),
  };
  const missing = refusal
    ? refusedWords(refusal)
    : edits && 'refused' in read
      ? read.refused
      : functionFault
        ? 'Name the rotation function'
        : (isReady(kind, secret) ??
          (reading.protected && typedName.trim() !== name
            ? 'Type the name of the secret to confirm'
            : undefined));

  const send = async () => {
    if (missing !== undefined || under.current) return;
    under.current = true;
    let done = false;
    setProblem(undefined);
    setLost(undefined);
    try {
      const order = kind === 'cancel' ? { kind, arn, region, reason } : { kind, ...call, reason };
      const result = await rotation.mutateAsync(order);
      if (result.outcome === 'not-seen') {
        setLost(result);
        return;
      }
      clearReason();
      if (edits) clearKept();
      done = true;
      onDone();
    } catch (cause) {
      noteIfRefused(scope, arn, operation, problemIn(cause));
      setProblem(problemIn(cause));
    } finally {
      // What is done is not done again by a click that comes while the sheet leaves.
      under.current = done;
    }
  };
  return {
    ...{ draft, read, functionFault, withFunction, missing, problem, lost, send, reason, setReason },
    ...{ typedName, setTypedName, busy: rotation.isPending },
    /** The function that would rotate it, once one is named that can be. */
    functionArn:
      edits && withFunction ? (functionFault ? undefined : functionArn) : secret.rotation.functionArn,
    setDraft: (next: ScheduleDraft) => setKept(JSON.stringify(next)),
    dirty: edits && kept !== '',
    discard: clearKept,
    call: kind === 'cancel' ? cancelCall(region, arn) : rotateCall(call),
  };
}

// What is stored can be cut or edited: then the form begins with what is set.
function parsed(kept: string, begin: ScheduleDraft): ScheduleDraft {
  try {
    return { ...begin, ...JSON.parse(kept) };
  } catch {
    return begin;
  }
}
