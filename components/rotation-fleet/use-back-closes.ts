import { useEffect, useRef } from 'react';
import { changeAddress, useAddressField } from '@/lib/client/address';

const FIELD = 'sheet';

/** Makes a sheet that has just opened a step of history, so that Back closes it; while `held` it stays, and closes after. */
export function useBackCloses(onBack: () => void, held = false): void {
  const [value] = useAddressField(FIELD);
  const entered = useRef(false);
  const back = useRef(onBack);
  useEffect(() => {
    back.current = onBack;
  });
  useEffect(() => {
    changeAddress({ [FIELD]: 'open' }, 'push');
    return () => changeAddress({ [FIELD]: null }, 'replace');
  }, []);
  useEffect(() => {
    // The address follows the opening a moment later.
    if (value !== null) entered.current = true;
    else if (entered.current && !held) back.current();
  }, [value, held]);
}
