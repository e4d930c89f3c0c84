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
  readonly stage: CenterStage;
  readonly onStage: (stage: CenterStage) => void;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onChoose: (account: string, role: string) => void;
  /** What failed before is over. */
  readonly onClear: () => void;
}

/** How far one is: whoever looks at another way meanwhile finds it as it was. */
export type CenterStage =
  | { readonly kind: 'start'; readonly said?: string | undefined; readonly typed?: Center | undefined }
  | { readonly kind: 'code'; readonly device: DeviceCode; readonly typed: Center | undefined }
  | { readonly kind: 'roles' };

/** Sign-in by IAM Identity Center: get a code, have it approved, choose an account and a role. */
export function CenterPane(props: CenterPaneProps) {
  const { center, direct, stage, onStage, busy, error, onChoose, onClear } = props;
  const [asking, setAsking] = useState(false);
  const last = stage.kind === 'roles' ? undefined : stage.typed;

  const begin = async (typed: Center | undefined, away: boolean) => {
    if (asking) return;
    setAsking(true);
    onClear();
    if (stage.kind === 'start') onStage({ kind: 'start', typed });
    try {
      if (away && direct !== undefined) {
        // Another page from here on: the button stays busy until it is there.
        return window.location.assign((await departTo(typed, direct)).address);
      }
      onStage({ kind: 'code', device: await beginDevice(typed), typed });
    } catch (cause) {
      const { detail, title } = problemIn(cause);
      onStage({ kind: 'start', said: detail ?? title, typed });
    }
    setAsking(false);
  };
  const leave = (said?: string) => {
    onClear();
    onStage({ kind: 'start', said, typed: last });
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
        onApproved={() => onStage({ kind: 'roles' })}
        onOver={(said) => onStage({ kind: 'start', said, typed: last })}
      />
    );
  }
  return (
    <CenterStart
      center={center}
      last={last}
      direct={direct !== undefined}
      said={stage.said ?? error}
      asking={asking}
      onBegin={(typed, away) => void begin(typed, away)}
    />
  );
}
