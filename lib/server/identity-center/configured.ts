import 'server-only';
import { type Center, centerForm } from '@/lib/contract/identity-center';

/**
 * The IAM Identity Center of whoever runs this console (`KEYTURN_SSO_START_URL`, `KEYTURN_SSO_REGION`); undefined: each
 * operator names their own.
 */
export function configuredCenter(): Center | undefined {
  const startUrl = process.env.KEYTURN_SSO_START_URL || undefined;
  const region = process.env.KEYTURN_SSO_REGION || undefined;
  return centerForm.safeParse({ startUrl, region }).data;
}
