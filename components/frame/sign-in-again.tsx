'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal, ModalTitle } from '@/components/ui/modal';
import { actingIn, readOperator, resumeAs } from '@/lib/client/operator';
import { signInPath } from '@/lib/client/paths';
import type { OperatorInfo } from '@/lib/contract/operator';

/**
 * Said when a sign-in ends over something typed: it stays in this tab's memory, and goes on once the same operator has
 * signed in again in another tab.
 */
export function SignInAgain({ owner: known }: { owner: OperatorInfo }) {
  const client = useQueryClient();
  const owner = actingIn(known, useSearchParams().get('scope'));
  const [other, setOther] = useState<string>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    try {
      const now = await readOperator();
      const same = now?.places.some(({ arn, scope }) => arn === owner.arn && scope === owner.scope);
      if (now && same && now.mark !== owner.mark) resumeAs(client, now);
      else setOther(now && !same ? now.arn : undefined);
    } catch {
      // The console did not answer; the button asks again.
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    const onFocus = () => void look();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  });
  return (
    <Modal
      open
      // It cannot be closed: without a sign-in nothing here works.
      onClose={() => undefined}
      className="inset-x-4 top-1/4 mx-auto max-w-lg gap-3 rounded-lg bg-raised p-5"
    >
      <ModalTitle>Your sign-in has ended</ModalTitle>
      <p className="text-fg-2">
        What you have typed is still here, in the memory of this tab alone. Sign in again in another tab as{' '}
        <span className="wrap-anywhere font-mono text-fg">{owner.arn}</span>, then come back.
      </p>
      {other && (
        <p role="alert" className="text-warn">
          This browser is signed in as <span className="wrap-anywhere font-mono">{other}</span> now: what is
          typed here belongs to somebody else and is not sent.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <a
          href={signInPath('/', true)}
          target="_blank"
          rel="noopener"
          className="inline-flex h-7 items-center gap-1.5 rounded-md bg-accent-solid px-2.5 font-medium text-on-accent max-md:h-11"
        >
          <ExternalLink aria-hidden className="size-3.5" />
          Sign in again
        </a>
        <Button busy={busy} onClick={() => void look()}>
          I have signed in
        </Button>
      </div>
    </Modal>
  );
}
