'use client';

import { Building2, FlaskConical, KeyRound, Laptop, MonitorSmartphone } from 'lucide-react';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useTheme } from '@/components/frame/providers';
import { CompanyPane } from '@/components/sign-in/company-pane';
import { CenterPane, type CenterStage } from '@/components/sign-in/identity-center/center-pane';
import { KeysForm } from '@/components/sign-in/keys-form';
import { OperatorsList } from '@/components/sign-in/operators-list';
import { ProfilesPane } from '@/components/sign-in/profiles-pane';
import { signInSentence } from '@/components/sign-in/sign-in-sentence';
import { type SignInMethod, SignInShell } from '@/components/sign-in/sign-in-shell';
import type { Center } from '@/lib/contract/identity-center';
import type { SandboxOperator, SignInWay } from '@/lib/contract/operator';
import { type SignInErrorCode, signInErrors } from '@/lib/contract/sign-in-errors';

interface SignInProps {
  /** Absent: AWS is not a sandbox. Empty: the sandbox did not answer. */
  readonly operators?: readonly SandboxOperator[] | undefined;
  /** Whether profiles of this computer are a way in, and this browser may see them. */
  readonly profiles: 'none' | 'locked' | 'launched';
  /** The console's own IAM Identity Center; absent: an operator names theirs. */
  readonly center?: Center | undefined;
  /** The company's own sign-in; absent: there is none. */
  readonly company?: { readonly name: string; readonly host: string } | undefined;
  /** What this browser has been through already: only the role is missing. */
  readonly approved?: 'center' | 'company' | undefined;
  /** Whether one can go to IAM Identity Center in this tab and come back. */
  readonly direct: boolean;
  /** Why a sign-in elsewhere came back without an end. */
  readonly failed: SignInErrorCode | undefined;
  /** A path of our own to return to. */
  readonly back: string;
  /** Whether the operator was sent here because a sign-in ended. */
  readonly ended: boolean;
}

/** Signs in and returns to where the operator was; what was typed stays when it fails. */
export function SignIn(props: SignInProps) {
  const { operators, profiles, center, direct, company, approved, failed, back, ended } = props;
  const sandbox = operators !== undefined;
  const [theme, onTheme] = useTheme();
  const [way, setWay] = useState<SignInWay>(() => {
    if (approved) return approved;
    if (failed?.startsWith('center-')) return 'center';
    if (failed && company) return 'company';
    if (profiles === 'launched') return 'profile';
    if (sandbox) return 'sandbox';
    if (company) return 'company';
    return center ? 'center' : 'keys';
  });
  const [stage, setStage] = useState<CenterStage>({ kind: approved === 'center' ? 'roles' : 'start' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>(failed && signInErrors[failed]);

  const enter = async (provider: SignInWay, fields: Record<string, string>) => {
    setBusy(true);
    setError(undefined);
    const result = await signIn(provider, { ...fields, redirect: false }).catch(() => undefined);
    if (result?.ok && !result.error) {
      // A full load, so that the page starts as the new operator with nothing left of the old.
      window.location.assign(back);
      return;
    }
    setBusy(false);
    setError(signInSentence(result?.error));
  };

  const methods: SignInMethod[] = [
    ...(operators
      ? [
          {
            way: 'sandbox' as const,
            label: 'Sandbox operator',
            note: 'A local AWS, no account needed',
            icon: FlaskConical,
            panel: (
              <OperatorsList
                operators={operators}
                busy={busy}
                error={error ?? (operators.length === 0 ? signInErrors['aws-unreachable'] : undefined)}
                onChoose={(operator) => void enter('sandbox', { operator })}
              />
            ),
          },
        ]
      : []),
    ...(company
      ? [
          {
            way: 'company' as const,
            label: company.name,
            note: company.host,
            icon: Building2,
            panel: (
              <CompanyPane
                company={company}
                arrived={approved === 'company'}
                busy={busy}
                error={error}
                onLeave={() => {
                  setBusy(true);
                  setError(undefined);
                  void signIn('company-provider', { callbackUrl: back });
                }}
                onChoose={(role) => void enter('company', { role })}
              />
            ),
          },
        ]
      : []),
    {
      way: 'center',
      label: 'IAM Identity Center',
      note: center ? new URL(center.startUrl).host : 'With your start URL',
      icon: MonitorSmartphone,
      panel: (
        <CenterPane
          center={center}
          direct={direct ? back : undefined}
          stage={stage}
          onStage={setStage}
          busy={busy}
          error={error}
          onChoose={(account, role) => void enter('center', { account, role })}
          onClear={() => setError(undefined)}
        />
      ),
    },
    ...(profiles === 'none'
      ? []
      : [
          {
            way: 'profile' as const,
            label: 'Local AWS profile',
            note: 'From the AWS config of this computer',
            icon: Laptop,
            panel: (
              <ProfilesPane
                now={Date.now}
                busy={busy}
                error={error}
                onChoose={(profile) => void enter('profile', { profile })}
              />
            ),
          },
        ]),
    {
      way: 'keys',
      label: 'Access keys',
      note: 'Long-lived or temporary keys of your own',
      icon: KeyRound,
      panel: (
        <KeysForm
          defaultRegion="us-east-1"
          busy={busy}
          error={error}
          onSubmit={(keys) => void enter('keys', { ...keys })}
          onClear={() => setError(undefined)}
        />
      ),
    },
  ];
  return (
    <SignInShell
      methods={methods}
      way={way}
      onWay={(next) => {
        setWay(next);
        setError(undefined);
      }}
      sandbox={sandbox}
      ended={ended}
      now={Date.now}
      theme={theme}
      onTheme={onTheme}
    />
  );
}
