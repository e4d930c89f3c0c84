import { useEffect, useState } from 'react';
import { useAddressField } from '@/lib/client/address';

/** Fleet rules as text: those of the address, which can be shared, else those kept in this browser for the scope. */
export interface Rules {
  readonly text: string;
  /** Whether the address brought them. */
  readonly shared: boolean;
  /** Takes them over, into this browser; empty takes them away. */
  readonly keep: (text: string) => void;
}

/** The fleet rules in force. They hold names, tags and regions, never a value. */
export function useRules(scope: string): Rules {
  const stored = `keyturn.rules.${scope}`;
  const [address, setAddress] = useAddressField('rules');
  const [kept, setKept] = useState('');
  useEffect(() => setKept(localStorage.getItem(stored) ?? ''), [stored]);
  return {
    text: address ?? kept,
    shared: address !== null,
    keep: (text) => {
      if (text.trim() === '') localStorage.removeItem(stored);
      else localStorage.setItem(stored, text);
      setKept(text);
      setAddress(null, 'replace');
    },
  };
}
