import { useMemo } from 'react';
import { type Filter, TEXT_FIELD, TOKEN_FIELD } from '@/lib/domain/filter/query-text';
import { changeAddress, type Step, useAddressList, useTypedAddressField } from './address';

/** The filter in the address of the table, and how to change it. */
export function useFilter() {
  const [text, setText, putText] = useTypedAddressField(TEXT_FIELD);
  const tokens = useAddressList(TOKEN_FIELD);
  const filter = useMemo((): Filter => ({ text, tokens }), [text, tokens]);
  const setFilter = (next: Filter, step: Step) => {
    putText(next.text);
    changeAddress({ [TEXT_FIELD]: next.text || null, [TOKEN_FIELD]: next.tokens }, step);
  };
  return { filter, setText, setFilter };
}
