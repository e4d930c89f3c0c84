import { useRef, useState } from 'react';
import { missingName } from '@/components/value/missing-name';
import { putFactsOf } from '@/components/value/put-facts';
import { putRefusal } from '@/components/value/put-words';
import { draftWords, useDraftValue } from '@/components/value/use-draft-value';
import { refusedWords } from '@/components/version/refusals';
import { useDraft } from '@/lib/client/draft';
import { noteProven } from '@/lib/client/proven';
import { type PutResult, usePutValue } from '@/lib/client/put-value';
import { keepReceipt } from '@/lib/client/receipts';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';
import type { OperatorInfo } from '@/lib/contract/operator';
import type { Problem } from '@/lib/contract/problem';
import { type PutTarget, type PutWarning, planPut } from '@/lib/domain/put-plan';
import { safeReason } from '@/lib/domain/reason';
import { looksLikeLogin } from '@/lib/domain/value/draft';
import type { Outline } from '@/lib/domain/value/value';
import { holderOf } from '@/lib/domain/version';

/** How a put that did not go through ended. */
export type PutFailureState = { readonly problem: Problem } | Extract<PutResult, { outcome: 'not-seen' }>;

/** The form of a new value: made once when it opens, and over the labels its operator saw then. */
export function usePutForm(operator: OperatorInfo, reading: SecretReading, onDone: () => void) {
  const { scope } = operator;
  // The version's id: the same form sent twice makes one version.
  const [token] = useState(() => crypto.randomUUID());
  const [seen, setSeen] = useState(reading);
  const draft = useDraftValue();
  const [target, setTarget] = useState<PutTarget>({ kind: 'current' });
  const [ticked, setTicked] = useState<ReadonlySet<PutWarning>>(new Set());
  const [typedName, setTypedName] = useState('');
  const [reason, setReason, clearReason] = useDraft(`reason.${scope}.${reading.arn}`);
  const [failure, setFailure] = useState<PutFailureState>();
  const refusal = useRefusal(scope, reading.arn, 'PutSecretValue');
  const put = usePutValue(scope);
  const under = useRef(false);

  const seenCurrent = holderOf(seen.versions, 'AWSCURRENT')?.id ?? null;
  const nowCurrent = holderOf(reading.versions, 'AWSCURRENT')?.id ?? null;
  const moved = nowCurrent !== seenCurrent && nowCurrent !== token;
  // Whatever else changes meanwhile is looked at as it is now; only where AWSCURRENT was seen stays.
  const basis = moved ? seen : reading;
  const [currentKind, setCurrentKind] = useState<Outline['kind']>();
  const facts = { ...putFactsOf(basis), login: looksLikeLogin(draft.text), binary: currentKind === 'binary' };
  const plan = planPut(facts, target, token);
  const labelFault = target.kind === 'staged' ? labelWords(target.label) : undefined;

  const missing = !plan.possible
    ? putRefusal(plan.because)
    : refusal
      ? refusedWords(refusal)
      : moved && target.kind === 'current'
        ? 'AWSCURRENT has moved since you began: look at what is there now'
        : draft.fault
          ? draftWords(draft.fault)
          : (labelFault ?? tickWords(plan.warnings, ticked) ?? missingName(reading, typedName));

  const send = async () => {
    if (!plan.possible || missing !== undefined || under.current) return;
    under.current = true;
    let done = false;
    setFailure(undefined);
    const { arn, region } = reading;
    const label = target.kind === 'staged' ? target.label : undefined;
    try {
      const order = { arn, region, token, typedValue: draft.text, label, seenCurrent, reason };
      const result = await put.mutateAsync(order);
      if (result.outcome === 'not-seen') {
        setFailure(result);
        return;
      }
      noteProven(arn, token);
      if (label === undefined && seenCurrent !== null) {
        keepReceipt(scope, {
          ...{
            arn,
            name: reading.name,
            region,
            kind: 'put',
            from: seenCurrent,
            to: token,
            moves: plan.moves,
          },
          ...{ at: result.at, requestId: result.requestId, operator: operator.arn },
          reason: safeReason(reason) || undefined,
          replicas: basis.secret?.replicas.map((replica) => replica.region),
          todo: plan.warnings,
        });
      }
      clearReason();
      draft.clear();
      put.reset();
      done = true;
      onDone();
    } catch (cause) {
      const problem = problemIn(cause);
      noteIfRefused(scope, arn, 'PutSecretValue', problem);
      setFailure({ problem });
    } finally {
      // What is done is not done again by a click that comes while the sheet leaves.
      under.current = done;
    }
  };
  const tick = (code: PutWarning, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(code);
    else next.delete(code);
    setTicked(next);
  };
  return {
    ...{
      token,
      draft,
      currentKind,
      setCurrentKind,
      target,
      setTarget,
      plan,
      seen,
      moved,
      failure,
      missing,
      labelFault,
    },
    ...{ ticked, tick, typedName, setTypedName, reason, setReason, send, busy: put.isPending },
    /** Goes on over what is current now; ticks and the typed name were given for what was. */
    adopt: () => {
      setSeen(reading);
      setTicked(new Set());
      setTypedName('');
      setFailure(undefined);
      // Of the version that is current now nobody has looked at the value.
      setCurrentKind(undefined);
    },
  };
}

function labelWords(label: string): string | undefined {
  if (label === '') return 'Give the label a name';
  return label.startsWith('AWS') ? 'Labels that begin with AWS are moved by AWS' : undefined;
}

function tickWords(warnings: readonly PutWarning[], ticked: ReadonlySet<PutWarning>): string | undefined {
  const open = warnings.filter((code) => !ticked.has(code)).length;
  if (open === 0) return undefined;
  return open === 1 ? 'One warning is not ticked' : `${open} warnings are not ticked`;
}
