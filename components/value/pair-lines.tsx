import { Dices, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { useDraftValue } from '@/components/value/use-draft-value';

interface PairLinesProps {
  readonly draft: ReturnType<typeof useDraftValue>;
  /** Typed values are dots until the operator wants to see them. */
  readonly visible: boolean;
  readonly onGenerate: (id: number) => void;
}

/** A value as lines of keys and values: what most secrets are. */
export function PairLines({ draft, visible, onGenerate }: PairLinesProps) {
  return (
    <div className="space-y-2">
      <ul className="space-y-2 max-md:space-y-4">
        {draft.pairs.map(({ id, key, typedValue, kind }, at) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_5.25rem_auto] items-center gap-2 max-md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <Input
              mono
              aria-label={`Key ${at + 1}`}
              placeholder="key"
              autoCapitalize="none"
              value={key}
              onChange={(event) => draft.change(id, { key: event.target.value })}
              className="max-md:col-span-2"
            />
            <Input
              mono
              aria-label={`Value of ${key || `key ${at + 1}`}`}
              placeholder="value"
              // Password managers must neither fill nor keep it.
              type={visible ? 'text' : 'password'}
              autoComplete="new-password"
              data-1p-ignore=""
              value={typedValue}
              onChange={(event) => draft.change(id, { typedValue: event.target.value })}
              className="max-md:col-span-2"
            />
            <Select
              aria-label={`Kind of ${key || `key ${at + 1}`}`}
              value={kind}
              onChange={(event) =>
                draft.change(id, { kind: event.target.value === 'json' ? 'json' : 'text' })
              }
            >
              <option value="text">text</option>
              <option value="json">JSON</option>
            </Select>
            <span className="flex">
              <IconButton
                size="sm"
                icon={Dices}
                label={`Generate a password for ${key || `key ${at + 1}`}`}
                onClick={() => onGenerate(id)}
              />
              <IconButton
                size="sm"
                icon={X}
                label={`Remove ${key || `key ${at + 1}`}`}
                onClick={() => draft.remove(id)}
              />
            </span>
          </li>
        ))}
      </ul>
      <Button size="sm" icon={Plus} onClick={draft.add}>
        Add a key
      </Button>
    </div>
  );
}
