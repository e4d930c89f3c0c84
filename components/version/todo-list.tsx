import { Checkbox } from '@/components/ui/checkbox';
import { todoFor } from '@/components/version/check-words';
import type { Check } from '@/lib/domain/rollback';

/** What the ticked warnings leave to do by hand; ticks here are the operator's own reminder. */
export function TodoList({ codes }: { codes: readonly Check['code'][] }) {
  const todo = codes.flatMap((code) => todoFor(code) ?? []);
  if (todo.length === 0) return null;
  return (
    <section className="px-4 py-3">
      <h3 className="font-semibold">Still to do</h3>
      <ul className="mt-1">
        {todo.map((text) => (
          <li key={text}>
            <Checkbox label={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
