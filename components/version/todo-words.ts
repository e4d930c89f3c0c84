import { putTodo } from '@/components/value/put-words';
import { todoFor } from '@/components/version/check-words';
import type { PutWarning } from '@/lib/domain/put-plan';
import type { Receipt } from '@/lib/domain/receipt';

/** What the ticked warnings of a receipt leave to do by hand, in words. */
export const todoWords = (codes: Receipt['todo']): string[] =>
  codes.flatMap((code) => (isPut(code) ? putTodo(code) : todoFor(code)) ?? []);

const isPut = (code: Receipt['todo'][number]): code is PutWarning => code.startsWith('put-');
