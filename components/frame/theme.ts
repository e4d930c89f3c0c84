import type { Theme } from '@/components/frame/theme-choice';

/** The cookie that carries the theme, so that the first byte of a page already has it: no flash. */
export const THEME_COOKIE = 'keyturn-theme';

/** Reads the cookie; whatever else is in it follows the device. */
export function toTheme(text: string | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}
