import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmName } from '@/components/value/confirm-name';
import { missingName } from '@/components/value/missing-name';
import type { SecretReading } from '@/lib/contract/answers';

interface TagRowProps {
  readonly reading: SecretReading;
  readonly name: string;
  readonly text: string;
  readonly busy: boolean;
  /** Why it cannot be taken off. */
  readonly fixed: string | undefined;
  readonly onRemove: () => Promise<void>;
}

/** One tag, and its taking off: where and as whom, and the secret's name where it is protected. */
export function TagRow({ reading, name, text, busy, fixed, onRemove }: TagRowProps) {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setAsked(false);
    setTyped('');
  };
  return (
    <li className="border-b px-4 md:px-5">
      <div className="flex min-h-8 items-center gap-3 font-mono">
        <span className="wrap-anywhere w-28 shrink-0 text-fg-2 md:w-36">{name}</span>
        <span className="wrap-anywhere min-w-0 flex-1">
          {text || <i className="font-sans text-fg-3">empty</i>}
        </span>
        <Button
          size="sm"
          variant="quiet"
          icon={X}
          aria-label={`Remove the tag ${name}`}
          aria-expanded={asked}
          data-tip={`Remove the tag ${name}`}
          disabledReason={fixed}
          onClick={() => (asked ? close() : setAsked(true))}
        />
      </div>
      {asked && (
        <div className="pb-2">
          <ConfirmName
            name={reading.name}
            asked={reading.protected}
            typed={typed}
            onTyped={setTyped}
            busy={busy}
            missing={fixed ?? missingName(reading, typed)}
            act="Remove tag"
            onConfirm={() => void onRemove().then(close)}
            onCancel={close}
          />
        </div>
      )}
    </li>
  );
}
