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
  ['Everywhere', [[['?'], 'this list']]],
];

/** Every key that does something, by the place where it does. */
export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet open onClose={onClose} title="Keyboard shortcuts" width="panel">
      <div className="space-y-5 px-4 py-4 md:px-5">
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
      </div>
      <p className="px-4 pb-4 text-fg-3 md:px-5">
        They are off while you type. Single keys can be switched off in the operator menu, for this browser.
      </p>
    </Sheet>
  );
}
