'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CompanyRolesList } from '@/components/sign-in/company-roles';
import { CenterRolesList } from '@/components/sign-in/identity-center/center-roles';
import { KeysForm } from '@/components/sign-in/keys-form';
import { MethodPane } from '@/components/sign-in/method-pane';
import { ProfilesPane } from '@/components/sign-in/profiles-pane';
import { RoleForm } from '@/components/sign-in/role-form';
import { signInSentence } from '@/components/sign-in/sign-in-sentence';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { Sheet } from '@/components/ui/sheet';
import { useCompanyRoles } from '@/lib/client/company-sso';
import { type AddingWay, addPlace } from '@/lib/client/places';
import { problemIn } from '@/lib/client/request';
import type { OperatorInfo } from '@/lib/contract/operator';
import { ownPrincipal } from '@/lib/domain/permissions/own-principal';

interface AddPlaceProps {
  readonly operator: OperatorInfo;
  /** The scope that is added again because its credentials have ended: they can add nothing any more. */
  readonly ended?: string | undefined;
  readonly onClose: () => void;
}

/** Adds an account and role to the sign-in, by the way it was made; the page beneath stays as it is. */
export function AddPlace({ operator, ended, onClose }: AddPlaceProps) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const add = async (way: AddingWay, fields: Readonly<Record<string, string>>) => {
    setBusy(true);
    setError(undefined);
    const code = await addPlace(client, operator, way, fields);
    setBusy(false);
    if (code === undefined) onClose();
    else setError(signInSentence(code));
  };
  const pane = { operator, ended, busy, error, onClose, onAdd: add, onClear: () => setError(undefined) };
  return (
    <Sheet open onClose={onClose} width="half" title="Add account or role">
      <div className="flex min-h-full flex-col">
        <Pane {...pane} />
      </div>
    </Sheet>
  );
}

interface PaneProps extends AddPlaceProps {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onAdd: (way: AddingWay, fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly onClear: () => void;
}

function Pane(props: PaneProps) {
  const { operator, onAdd, onClear, onClose, ...state } = props;
  switch (operator.way) {
    case 'center':
      return (
        <CenterRolesList
          {...state}
          more
          onChoose={(account, role) => void onAdd('center', { account, role })}
          onLeave={onClose}
        />
      );
    case 'company':
      return <CompanyMore {...props} />;
    case 'profile':
      return (
        <ProfilesPane {...state} now={Date.now} onChoose={(profile) => void onAdd('profile', { profile })} />
      );
    case 'sandbox':
      return <FurtherRole {...props} />;
    case 'keys':
      return <ByKeys {...props} />;
  }
}

const kinds = [
  { value: 'role', label: 'A role to assume' },
  { value: 'keys', label: 'Other access keys' },
] as const;

function ByKeys(props: PaneProps) {
  const { busy, error, onAdd, onClear } = props;
  const [kind, setKind] = useState<'role' | 'keys'>('role');
  return (
    <>
      <div className="border-b px-4 py-2 md:px-5">
        <Segmented
          legend="What to add"
          options={kinds}
          value={kind}
          onChange={(next) => {
            setKind(next);
            onClear();
          }}
        />
      </div>
      {kind === 'role' ? (
        <FurtherRole {...props} />
      ) : (
        <KeysForm
          defaultRegion="us-east-1"
          word="Add"
          busy={busy}
          error={error}
          onSubmit={(keys) => void onAdd('keys', { ...keys })}
          onClear={onClear}
        />
      )}
    </>
  );
}

function FurtherRole({ operator, ended, busy, error, onAdd }: PaneProps) {
  const alive = operator.places.find(({ scope }) => ended !== undefined && scope !== ended);
  const from = alive ? { ...operator, ...alive } : operator;
  return (
    <RoleForm
      from={from}
      role={ended === undefined ? '' : roleOf(operator.arn)}
      busy={busy}
      error={error}
      onSubmit={(asked) => void onAdd('role', { ...asked, from: from.scope })}
    />
  );
}

/** The ARN of the role that a session is of, if its path is the usual one; empty where it is of none. */
function roleOf(arn: string): string {
  const own = ownPrincipal(arn);
  return own.kind === 'role' ? `arn:${own.partition}:iam::${own.account}:role/${own.name}` : '';
}

function CompanyMore({ busy, error, onAdd, onClose }: PaneProps) {
  const { data, error: failed } = useCompanyRoles('more-roles', true);
  const problem = failed ? problemIn(failed) : undefined;
  return (
    <MethodPane
      title="Company sign-in"
      note={data ? `CloudTrail names you ${data.sessionName}` : 'reading your roles'}
      error={error ?? (problem && (problem.detail ?? problem.title))}
      promise="AWS decides whether you may take a role, by the trust policy of that role."
      actions={<Button onClick={onClose}>Cancel</Button>}
    >
      <CompanyRolesList
        roles={data?.roles ?? []}
        busy={busy}
        onChoose={(role) => void onAdd('company', { role })}
      />
    </MethodPane>
  );
}
