/** An account id as people read it out: `4412-0087-9921`. */
export function accountNumber(account: string): string {
  return account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3');
}
