import { Checkbox } from '@/components/ui/checkbox';
import { todoWords } from '@/components/version/todo-words';
import type { Receipt } from '@/lib/domain/receipt';

/** What the ticked warnings leave to do by hand; ticks here are the operator's own reminder. */
export function TodoList({ codes }: { codes: Receipt['todo'] }) {
  const todo = todoWords(codes);
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
