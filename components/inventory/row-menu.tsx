import { Check, Copy, ExternalLink, Pin, PinOff, Terminal, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { secretPath } from '@/lib/client/paths';
import { usePins } from '@/lib/client/pins';
import { cliText } from '@/lib/domain/cli';
import type { FoldedSecret } from '@/lib/domain/fold';
import { previousOf } from '@/lib/domain/previous-of';
import { describeCall } from '@/lib/domain/secret-calls';

interface RowMenuProps {
  readonly secret: FoldedSecret;
  readonly scope: string;
  readonly anchor: DOMRect;
  readonly onClose: () => void;
}

/** Everything that can be done with one secret from the table. */
export default function RowMenu({ secret, scope, anchor, onClose }: RowMenuProps) {
  const router = useRouter();
  const [pins, toggle] = usePins(scope);
  const [copied, setCopied] = useState<{ key: string; words: string }>();
  const { name, shown } = secret;
  const pinned = pins.some(({ arn }) => arn === shown.arn);
  const previous = previousOf(secret);
  const copy = (key: string, label: string, text: string, icon = Copy): MenuItem => ({
    key,
    label: copied?.key === key ? copied.words : label,
    icon: copied?.key === key ? Check : icon,
    onSelect: () => {
      // It stays open: what was copied is said in place, and an ARN is often wanted after a name.
      void (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
        () => setCopied({ key, words: 'Copied' }),
        () => setCopied({ key, words: 'The browser refused to copy' }),
      );
    },
  });
  const act = (key: string, label: string, icon: MenuItem['icon'], run: () => void): MenuItem => ({
    key,
    label,
    icon,
    onSelect: () => {
      onClose();
      run();
    },
  });
  return (
    <>
      <Menu
        label={`Actions of ${name}`}
        anchor={anchor}
        onClose={onClose}
        items={[
          act('open', 'Open', ExternalLink, () => router.push(secretPath(scope, shown.arn))),
          ...(previous
            ? [
                act('roll-back', 'Review a roll back', Undo2, () =>
                  router.push(secretPath(scope, shown.arn, previous)),
                ),
              ]
            : []),
          copy('name', 'Copy name', name),
          copy('arn', 'Copy ARN', shown.arn),
          copy('cli', 'Copy AWS CLI command', cliText(describeCall(shown.region, shown.arn)), Terminal),
          act('pin', pinned ? 'Unpin' : 'Pin to the sidebar', pinned ? PinOff : Pin, () =>
            toggle({ arn: shown.arn, name }),
          ),
        ]}
      />
      <span role="status" className="sr-only">
        {copied?.words}
      </span>
    </>
  );
}
