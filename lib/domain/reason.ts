/** How many characters of a reason AWS will keep: the user agent has little room. */
export const REASON_LENGTH = 64;

/**
 * A reason as it travels in the user agent, where CloudTrail keeps it: letters, digits and `._-#` stay, any
 * other run of characters becomes one `_`, and 64 characters are kept. Empty when nothing is left.
 */
export function safeReason(reason: string): string {
  return reason
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9._#-]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, REASON_LENGTH)
    .replace(/_+$/, '');
}
