import 'server-only';
import { configuredEndpoint } from '@/lib/aws/endpoint';
import { companySsoFaults } from './company-sso/configured';
import { drained } from './drain';
import { configuredCenterFaults } from './identity-center/configured';

interface Readiness {
  readonly ready: boolean;
  /** Names of settings, and `leaving`; never what they hold. */
  readonly missing: readonly string[];
}

/** 32 random bytes take more characters than this in any writing; with a word somebody could seal a cookie of their own. */
const SHORTEST_SECRET = 32;

/**
 * Ready: it can take sign-ins and is not about to leave. AWS is not asked: a region of AWS that fails is shown to operators,
 * and taking every console out of service because of it would hide just that.
 */
export function isReady(): Readiness {
  const missing = [
    ...(drained.aborted ? ['leaving'] : []),
    ...((process.env.NEXTAUTH_SECRET ?? '').length < SHORTEST_SECRET ? ['NEXTAUTH_SECRET'] : []),
    ...(isOrigin(process.env.NEXTAUTH_URL) ? [] : ['NEXTAUTH_URL']),
    ...(configuredEndpoint() === undefined || isOrigin(configuredEndpoint()) ? [] : ['AWS_ENDPOINT_URL']),
    // A way in that was set up halfway leads nowhere.
    ...configuredCenterFaults(),
    ...companySsoFaults(),
  ];
  return { ready: missing.length === 0, missing };
}

const isOrigin = (text: string | undefined) =>
  text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
