import { MARK_HEADER, type OperatorInfo } from '@/lib/contract/operator';
import { accountRegion } from '@/lib/domain/account-region';

let mark: string | undefined;
let places = 1;

/** Keeps which sign-in this page was loaded with. */
export function noteSignIn(operator: OperatorInfo | null): void {
  mark = operator?.mark;
  places = operator?.places.length ?? 1;
}

/** Whether the sign-in holds further accounts or roles, and so goes on where the credentials of one fail. */
export const holdsSeveral = () => places > 1;

/** The header by which a door tells a page of an earlier sign-in; none before it is known. */
export function markHeader(): Record<string, string> {
  return mark === undefined ? {} : { [MARK_HEADER]: mark };
}

/** A region as it is called on this page: with its account, where the sign-in holds several. */
export const calledRegion = (account: string, region: string) =>
  holdsSeveral() ? accountRegion(account, region) : region;
