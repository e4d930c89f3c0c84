import { filterStates } from '@/components/replication/state-look';
import { useAddressField, useTypedAddressField } from '@/lib/client/address';

/** Text, state and region by which the matrix is filtered; all of it is in the address. */
export function useMatrixFilter() {
  const [text, onText] = useTypedAddressField('q');
  const [asked, setState] = useAddressField('state');
  const [region, setRegion] = useAddressField('region');
  // A state that there is not filters nothing.
  const state = filterStates.some(([one]) => one === asked) ? asked : null;
  return {
    ...{ text, state, region, onText },
    onState: (next: string | null) => setState(next, 'replace'),
    onRegion: (next: string | null) => setRegion(next, 'replace'),
  };
}
