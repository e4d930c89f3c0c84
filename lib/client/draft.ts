import { useState } from 'react';

/** Text being typed, kept in this tab until it is sent: an expired sign-in or a reload does not lose it. */
export function useDraft(key: string): [string, (text: string) => void, () => void] {
  const stored = `keyturn.draft.${key}`;
  const [text, setText] = useState(() =>
    typeof sessionStorage === 'undefined' ? '' : (sessionStorage.getItem(stored) ?? ''),
  );
  const keep = (next: string) => {
    setText(next);
    sessionStorage.setItem(stored, next);
  };
  const clear = () => {
    setText('');
    sessionStorage.removeItem(stored);
  };
  return [text, keep, clear];
}
