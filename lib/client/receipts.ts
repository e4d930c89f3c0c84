import type { Receipt } from '@/lib/domain/receipt';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import { createStore, useStore } from './store';

// Receipts outlive a reload, so that verification goes on and undo stays at hand; they hold ids and words only.
const prefix = 'keyturn.receipt.';
const keyOf = (scope: string, arn: string) => `${prefix}${scope}.${arn}`;
const changes = createStore(0);

/** Keeps the receipt of the last label move of a secret, in this tab. */
export function keepReceipt(scope: string, receipt: Receipt): void {
  sessionStorage.setItem(keyOf(scope, receipt.arn), JSON.stringify(receipt));
  changes.set(changes.get() + 1);
}

/** Puts a receipt away. */
export function dropReceipt(scope: string, arn: string): void {
  sessionStorage.removeItem(keyOf(scope, arn));
  changes.set(changes.get() + 1);
}

/** Drops every receipt, order, draft, act and refusal of this tab, at sign-out. */
export function forgetReceipts(): void {
  for (const key of Object.keys(sessionStorage))
    if (/^keyturn\.(receipt|order|draft|own|refused)\./.test(key)) sessionStorage.removeItem(key);
}

/** The receipt of a secret's last label move in this tab. */
export function useReceipt(scope: string, arn: string): Receipt | undefined {
  useStore(changes);
  if (typeof sessionStorage === 'undefined') return undefined;
  const kept = sessionStorage.getItem(keyOf(scope, arn));
  return kept === null ? undefined : parsed(scope, arn, kept);
}

let last: { kept: string; receipt: Receipt } | undefined;

// The same text gives the same object, or every render would look like a change.
function parsed(scope: string, arn: string, kept: string): Receipt | undefined {
  if (last?.kept === kept) return last.receipt;
  try {
    const receipt: Receipt = JSON.parse(kept);
    last = { kept, receipt };
    return receipt;
  } catch {
    sessionStorage.removeItem(keyOf(scope, arn));
    return undefined;
  }
}

/** Whether undo is still offered at `now` (AWS's clock). */
export function undoOpen(receipt: Receipt, now: number): boolean {
  return receipt.kind !== 'undo' && !receipt.undone && now - Date.parse(receipt.at) < UNDO_WINDOW;
}
