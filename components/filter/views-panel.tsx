import { useEffect, useRef, useState } from 'react';
import ViewsList from '@/components/filter/views-list';
import { beside } from '@/components/ui/beside';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LONGEST_NAME, useSavedViews } from '@/lib/client/saved-views';

interface ViewsPanelProps {
  readonly scope: string;
  /** The filter in the address; empty where there is none to save. */
  readonly query: string;
  readonly anchor: Element;
  readonly onClose: () => void;
}

/** Saves the filter under a name, and lists the views where there is no sidebar to. */
export default function ViewsPanel({ scope, query, anchor, onClose }: ViewsPanelProps) {
  const { views, save, full } = useSavedViews(scope);
  const [name, setName] = useState(() => views.find((view) => view.query === query)?.name ?? '');
  const panel = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = panel.current;
    if (!node) return;
    Object.assign(node.style, beside(anchor.getBoundingClientRect()));
    node.showPopover();
    node.querySelector<HTMLElement>('input')?.focus();
  }, [anchor]);
  const written = name.trim();
  const replaces = views.some((view) => view.name === written);
  const wrong =
    written === ''
      ? 'Enter a name first'
      : full && !replaces
        ? 'Delete a view first: 50 are kept'
        : undefined;
  return (
    <dialog
      ref={panel}
      popover="auto"
      aria-label="Views"
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      className="scroll-thin fixed inset-auto m-0 w-72 overflow-y-auto rounded-lg bg-raised text-fg text-xs shadow-overlay max-md:inset-x-2! max-md:top-auto! max-md:bottom-2! max-md:w-auto"
    >
      {views.length > 0 && (
        <div className="border-b py-1 xl:hidden">
          <ViewsList scope={scope} onOpen={() => panel.current?.hidePopover()} />
        </div>
      )}
      {query !== '' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (wrong) return;
            save({ name: written, query });
            panel.current?.hidePopover();
          }}
          className="flex flex-col gap-2 p-3"
        >
          <Field label="Name of the view">
            {(control) => (
              <Input
                {...control}
                type="text"
                autoComplete="off"
                maxLength={LONGEST_NAME}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <span className="flex items-center gap-2">
            <span className="min-w-0 flex-1 text-2xs text-fg-3">
              Kept in this browser, for this account and role.
            </span>
            <Button type="submit" variant="primary" disabledReason={wrong}>
              {replaces ? 'Replace' : 'Save'}
            </Button>
          </span>
        </form>
      )}
    </dialog>
  );
}
