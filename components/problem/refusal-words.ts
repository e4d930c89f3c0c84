import { type PolicyKind, readRefusal } from '@/lib/domain/permissions/read-refusal';

const article = (policy: string) => (/^[aeiou]/i.test(policy) ? 'an' : 'a');

/** Who refused an action and which kind of policy said no, in words; what AWS does not say is said to be unsaid. */
export function refusalWords(action: string, sentence: string): string {
  const { service, policy, because, policyArn } = readRefusal(action, sentence);
  if (!policy) return `${service} refused; AWS does not say which policy`;
  const named = policyArn ? ` (${policyArn})` : '';
  return because === 'denied'
    ? `${service} refused: ${article(policy)} ${policy} denies it${named}`
    : `${service} refused: no ${policy} allows it`;
}

const WHERE: Readonly<Record<PolicyKind, string>> = {
  'identity-based policy': 'The policies of your role or user have to allow it.',
  'resource-based policy':
    'The policy of the secret, key or function has to allow it, whatever your role allows.',
  'service control policy': 'The organization decides: a statement in your role does not help.',
  'resource control policy': 'The organization decides: a statement in your role does not help.',
  'permissions boundary': 'The boundary of your role or user has to allow it too.',
  'session policy': 'Your session was made with less than its role has: sign in anew without that policy.',
  'VPC endpoint policy': 'The VPC endpoint that the console uses has to let it through.',
};

/** What has to change for an action that was refused, by the kind of policy AWS names; KMS has rules of its own. */
export function refusalAdvice(action: string, sentence: string): string | undefined {
  const { service, policy, because } = readRefusal(action, sentence);
  if (!policy) {
    if (service !== 'KMS') return undefined;
    return 'Secrets Manager let you; the key did not. Its key policy and your role both decide, through Secrets Manager.';
  }
  return because === 'denied'
    ? `${WHERE[policy]} While it denies, no other policy can allow it.`
    : WHERE[policy];
}
