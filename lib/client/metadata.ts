import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callOperation } from './request';
import { secretQuery } from './secret';

/** A change of metadata: the description, or one tag. */
export type MetadataChange =
  | { readonly kind: 'description'; readonly text: string }
  | { readonly kind: 'tag'; readonly key: string; readonly tagText: string }
  | { readonly kind: 'untag'; readonly key: string };

interface Subject {
  readonly scope: string;
  readonly arn: string;
  readonly region: string;
}

/** Changes one piece of metadata by one call, sent once; the secret is read again whatever came of it. */
export function useMetadataChange({ scope, arn, region }: Subject) {
  const client = useQueryClient();
  return useMutation({
    retry: false,
    mutationFn: async (change: MetadataChange) => {
      const about = { SecretId: arn };
      if (change.kind === 'description') {
        return callOperation(scope, region, 'UpdateSecret', { ...about, Description: change.text });
      }
      if (change.kind === 'tag') {
        const Tags = [{ Key: change.key, Value: change.tagText }];
        return callOperation(scope, region, 'TagResource', { ...about, Tags });
      }
      return callOperation(scope, region, 'UntagResource', { ...about, TagKeys: [change.key] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: secretQuery(scope, arn).queryKey }),
  });
}
