'use client';

import { useState } from 'react';
import { CenterCode } from '@/components/sign-in/identity-center/center-code';
import { CenterRolesList } from '@/components/sign-in/identity-center/center-roles';
import { CenterStart } from '@/components/sign-in/identity-center/center-start';
import { beginDevice, cancelCenter, departTo } from '@/lib/client/identity-center';
import { problemIn } from '@/lib/client/request';
import type { Center, DeviceCode } from '@/lib/contract/identity-center';

interface CenterPaneProps {
  /** The console's own; absent: the operator names one. */
  readonly center: Center | undefined;
  /** The page to come back to from IAM Identity Center, where one can be sent there in this tab. */
  readonly direct: string | undefined;
  /** Whether this browser's approval still holds. */
  readonly approved: boolean;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onChoose: (account: string, role: string) => void;
  /** What failed before is over. */
  readonly onClear: () => void;
}

type Stage =
  | { readonly kind: 'start'; readonly said?: string }
  | { readonly kind: 'code'; readonly device: DeviceCode }
  | { readonly kind: 'roles' };

/** Sign-in by IAM Identity Center: get a code, have it approved, choose an account and a role. */
export function CenterPane({ center, direct, approved, busy, error, onChoose, onClear }: CenterPaneProps) {
  const [stage, setStage] = useState<Stage>({ kind: approved ? 'roles' : 'start' });
  const [last, setLast] = useState<Center>();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<string>();

  const begin = async (typed: Center | undefined, away: boolean) => {
    if (asking) return;
    setAsking(true);
    setFailed(undefined);
    onClear();
    setLast(typed);
    try {
      if (away && direct !== undefined) {
        // Another page from here on: the button stays busy until it is there.
        return window.location.assign((await departTo(typed, direct)).address);
      }
      setStage({ kind: 'code', device: await beginDevice(typed) });
    } catch (cause) {
      const { detail, title } = problemIn(cause);
      setStage({ kind: 'start' });
      setFailed(detail ?? title);
    }
    setAsking(false);
  };
  const leave = (said?: string) => {
    setFailed(undefined);
    onClear();
    setStage({ kind: 'start', ...(said ? { said } : {}) });
    // The page is as it was either way; an approval that is not given up ends by itself.
    cancelCenter().catch(() => {});
  };

  if (stage.kind === 'roles') {
    return <CenterRolesList busy={busy} error={error} onChoose={onChoose} onLeave={leave} />;
  }
  if (stage.kind === 'code') {
    return (
      <CenterCode
        key={stage.device.userCode}
        device={stage.device}
        region={(center ?? last)?.region}
        asking={asking}
        onNew={() => void begin(last, false)}
        onCancel={() => leave()}
        onApproved={() => setStage({ kind: 'roles' })}
        onOver={(said) => setStage({ kind: 'start', said })}
      />
    );
  }
  return (
    <CenterStart
      center={center}
      last={last}
      direct={direct !== undefined}
      said={failed ?? stage.said ?? error}
      asking={asking}
      onBegin={(typed, away) => void begin(typed, away)}
    />
  );
}
