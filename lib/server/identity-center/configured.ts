import 'server-only';
import { type Center, centerForm } from '@/lib/contract/identity-center';

/**
 * The IAM Identity Center of whoever runs this console (`KEYTURN_SSO_START_URL`, `KEYTURN_SSO_REGION`); undefined: each
 * operator names their own.
 */
export function configuredCenter(): Center | undefined {
  return centerForm.safeParse(given()).data;
}

/** The names of its settings that are missing or unusable; none where it is set up, or not meant to be. */
export function configuredCenterFaults(): string[] {
  const { startUrl, region } = given();
  if (startUrl === undefined && region === undefined) return [];
  const issues = centerForm.safeParse({ startUrl, region }).error?.issues ?? [];
  return [...new Set(issues.map(({ path }) => variables[String(path[0])] ?? ''))];
}

const given = () => ({
  startUrl: process.env.KEYTURN_SSO_START_URL || undefined,
  region: process.env.KEYTURN_SSO_REGION || undefined,
});

const variables: Readonly<Record<string, string>> = {
  startUrl: 'KEYTURN_SSO_START_URL',
  region: 'KEYTURN_SSO_REGION',
};
