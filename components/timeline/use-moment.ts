import { useEffect, useRef, useState } from 'react';
import { useAddressField } from '@/lib/client/address';

// Browsers refuse more than about a hundred changes of the address in half a minute.
const PAUSE = 250;

/**
 * The moment that is looked at: kept in the address, so that a link and a reload show it again; undefined: now. It is
 * written when it rests.
 */
export function useMoment(): [number | undefined, (at: number | undefined) => void] {
  const [address, setAddress] = useAddressField('at');
  const [moment, setMoment] = useState(() => readMoment(address));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef(address);
  useEffect(() => {
    if (address === written.current) return;
    written.current = address;
    setMoment(readMoment(address));
  }, [address]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const choose = (at: number | undefined) => {
    setMoment(at);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = at === undefined ? null : writeMoment(at);
      setAddress(written.current, 'replace');
    }, PAUSE);
  };
  return [moment, choose];
}

/** As it stands in the address: `2026-11-19T03:12:00Z`. */
export function writeMoment(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The moment in the page's address, in epoch milliseconds; undefined: there is none. */
export function readMoment(text: string | null): number | undefined {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
