import { Kbd } from '@/components/ui/kbd';
import { Sheet } from '@/components/ui/sheet';

const groups: readonly (readonly [string, readonly (readonly [readonly string[], string])[]])[] = [
  [
    'Table',
    [
      [['/'], 'to the filter'],
      [['J', 'K'], 'next row, row before; arrows, Page Up, Page Down, Home and End do too'],
      [['↵'], 'open the secret'],
      [['X'], 'select the row, or not'],
      [['Shift', 'X'], 'select from the last selected row to this one'],
      [['Esc'], 'clear the selection'],
      [['M'], 'actions of the row'],
      [['R'], 'read again'],
    ],
  ],
  [
    'Filter',
    [
      [['↓', '↑'], 'through what the typed text may become'],
      [['↵'], 'take it; without one chosen, open what a pasted ARN or version id means, or on to the rows'],
      [['-'], 'before a word: is not'],
      [['⌫'], 'where nothing is typed: change the last token'],
      [['Esc'], 'clear what is typed, then on to the rows'],
    ],
  ],
  [
    'Titles of the table',
    [
      [['↑'], 'from the first row to the titles; left and right move between them'],
      [['↵'], 'sort, again turns the order round'],
      [['Shift', '←', '→'], 'narrower, wider'],
      [['Shift', 'Alt', '←', '→'], 'move the column'],
    ],
  ],
  [
    'Secret',
    [
      [['R'], 'read again'],
      [['B'], 'roll back to the AWSPREVIOUS version'],
      [['Z'], 'undo the last move, while that is offered'],
    ],
  ],
  [
    'Everywhere',
    [
      [['Ctrl', 'K'], 'find a secret, ARN or version; ⌘ K on a Mac'],
      [['G', 'S'], 'to the secrets; G R to rotation, G P to replication'],
      [['.'], 'the page as calls for the AWS CLI, boto3 or Terraform: what it read, and what can be done'],
      [['T'], 'UTC first, or the time of this computer'],
      [['?'], 'this list'],
    ],
  ],
];

/** Every key that does something, by the place where it does. */
export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet open onClose={onClose} title="Keyboard shortcuts" width="panel">
      <section
        aria-label="All keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the screen is scrolled by its keys
        tabIndex={0}
        className="space-y-5 px-4 py-4 focus-visible:-outline-offset-2 md:px-5"
      >
        {groups.map(([place, keys]) => (
          <section key={place} aria-label={place}>
            <h3 className="mb-1.5 font-medium text-sm">{place}</h3>
            <dl className="space-y-1.5">
              {keys.map(([names, does]) => (
                <div key={does} className="flex gap-3">
                  <dt className="flex w-32 shrink-0 gap-1">
                    {names.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dt>
                  <dd className="text-fg-2">{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
      <p className="px-4 pb-4 text-fg-3 md:px-5">
        They are off while you type. Single keys can be switched off in the operator menu, for this browser.
      </p>
    </Sheet>
  );
}
