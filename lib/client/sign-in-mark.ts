import { MARK_HEADER, type OperatorInfo } from '@/lib/contract/operator';

let mark: string | undefined;

/** Keeps which sign-in this page was loaded with. */
export function noteSignIn(operator: OperatorInfo | null): void {
  mark = operator?.mark;
}

/** The header by which a door tells a page of an earlier sign-in; none before it is known. */
export function markHeader(): Record<string, string> {
  return mark === undefined ? {} : { [MARK_HEADER]: mark };
}
