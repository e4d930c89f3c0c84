import { Trash2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { DaysForm } from '@/components/filter/days-form';
import { TextForm } from '@/components/filter/text-form';
import { ValueList } from '@/components/filter/value-list';
import { beside } from '@/components/ui/beside';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { fields, type Token } from '@/lib/domain/filter/token';
import { textValues } from '@/lib/domain/filter/token-text';
import type { FoldedSecret } from '@/lib/domain/fold';

interface TokenEditorProps {
  readonly token: Token;
  /** Whether it is part of the filter: a new one without a value is not. */
  readonly applied: boolean;
  /** The secrets that match the rest of the filter. */
  readonly base: readonly FoldedSecret[];
  readonly now: number;
  readonly anchor: Element;
  readonly onChange: (token: Token) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The panel of one token: is or is not, and its values. The browser does Esc and the press outside. */
export function TokenEditor(props: TokenEditorProps) {
  const { token, applied, base, now, anchor, onChange, onRemove, onClose } = props;
  const { form, title } = fields[token.field];
  const panel = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const node = panel.current;
    if (!node) return;
    Object.assign(node.style, beside(anchor.getBoundingClientRect()));
    node.showPopover();
    node.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [anchor]);
  const setValues = (values: readonly string[]) => onChange({ ...token, values });
  const apply = (...values: string[]) => {
    setValues(values);
    panel.current?.hidePopover();
  };
  return (
    <dialog
      ref={panel}
      popover="auto"
      aria-labelledby={titleId}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      className="scroll-thin fixed inset-auto m-0 w-72 flex-col overflow-hidden rounded-lg bg-raised text-fg text-xs shadow-overlay open:flex max-md:inset-x-2! max-md:top-auto! max-md:bottom-2! max-md:max-h-[75dvh]! max-md:w-auto"
    >
      <div className="flex min-h-8 shrink-0 items-center gap-2 border-b py-1 pr-1.5 pl-3 max-md:min-h-12">
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-fg-3">
          {title}
        </h2>
        <Segmented
          legend="Whether it must hold"
          options={[
            { value: 'is', label: 'is' },
            { value: 'not', label: 'is not' },
          ]}
          value={token.not ? 'not' : 'is'}
          onChange={(value) => onChange({ ...token, not: value === 'not' })}
        />
      </div>
      {(form === 'choice' || form === 'tag') && (
        <ValueList field={token.field} values={token.values} base={base} now={now} onValues={setValues} />
      )}
      {(form === 'days' || form === 'since') && (
        <DaysForm value={token.values[0]} dates={form === 'since'} onValue={apply} />
      )}
      {form === 'text' && (
        <TextForm
          value={token.values.join(', ')}
          onValue={(text) => apply(...textValues(token.field, text))}
        />
      )}
      <div className="flex shrink-0 items-center gap-2 border-t px-1.5 py-1.5">
        {applied && (
          <Button variant="quiet" size="sm" icon={Trash2} onClick={onRemove}>
            Remove
          </Button>
        )}
        <Button size="sm" className="ml-auto" onClick={() => panel.current?.hidePopover()}>
          Close
        </Button>
      </div>
    </dialog>
  );
}
