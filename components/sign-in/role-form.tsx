'use client';

import { type FormEvent, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';

const empty = { role: '', externalId: '', device: '', code: '' };

interface RoleFormProps {
  /** With whose keys the role is assumed. */
  readonly from: OperatorInfo;
  /** The role to begin with; empty where it is to be typed. */
  readonly role: string;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onSubmit: (asked: typeof empty) => void;
}

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/** A role that the keys of the sign-in may assume, with what its trust policy may ask for beside that. */
export function RoleForm({ from, role: first, busy, error, onSubmit }: RoleFormProps) {
  const [typed, setTyped] = useState({ ...empty, role: first });
  const [wrong, setWrong] = useState<Partial<Record<keyof typeof empty, string>>>({});
  const put = (name: keyof typeof empty, value: string) => {
    setTyped({ ...typed, [name]: value });
    setWrong({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { role, device, code } = typed;
    const found = {
      ...(!ROLE.test(role.trim()) && {
        role: 'A role’s ARN, such as arn:aws:iam::123456789012:role/SecretsOperator',
      }),
      ...(device.trim() !== '' &&
        !/^\d{6}$/.test(code.trim()) && { code: 'The six digits the device shows' }),
      ...(code.trim() !== '' && device.trim() === '' && { device: 'The ARN or serial of the device' }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    onSubmit({
      role: role.trim(),
      externalId: typed.externalId.trim(),
      device: device.trim(),
      code: code.trim(),
    });
  };
  const input = (name: keyof typeof empty) => ({
    mono: true,
    autoCapitalize: 'none',
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => put(name, target.value),
  });
  return (
    <form noValidate autoComplete="off" onSubmit={submit} className="flex flex-1 flex-col">
      <MethodPane
        title="A role to assume"
        note={`with the keys of ${from.name} in ${accountNumber(from.account)}`}
        error={error}
        promise="AWS gives its credentials for one hour; then only this account is over, and you add it again."
        actions={
          <Button type="submit" variant="primary" kbd="↵" busy={busy}>
            Add
          </Button>
        }
      >
        <div className="space-y-3 px-4 py-4 md:px-5">
          <Field label="Role ARN" error={wrong.role}>
            {(field) => (
              <Input
                {...field}
                {...input('role')}
                required
                placeholder="arn:aws:iam::123456789012:role/SecretsOperator"
              />
            )}
          </Field>
          <Field label="External id" note="only where the role’s owner gave you one">
            {(field) => <Input {...field} {...input('externalId')} />}
          </Field>
          <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_9rem]">
            <Field label="MFA device" note="only where the role asks for it" error={wrong.device}>
              {(field) => (
                <Input
                  {...field}
                  {...input('device')}
                  placeholder={`arn:aws:iam::${from.account}:mfa/${from.name}`}
                />
              )}
            </Field>
            <Field label="MFA code" error={wrong.code}>
              {(field) => <Input {...field} {...input('code')} inputMode="numeric" />}
            </Field>
          </div>
        </div>
      </MethodPane>
    </form>
  );
}
