import 'server-only';
import { existsSync } from 'node:fs';
import type { ProfileState } from '@/lib/contract/profiles';
import { type Chain, ROLE } from './chain';
import type { Section, SharedFiles } from './shared-files';
import { readSsoSignIn } from './sso-cache';

/** What speaks for or against a profile, as far as files tell: nothing is run and nobody is asked. */
export async function stateOf(chain: Chain, { sessions }: SharedFiles, now: number): Promise<ProfileState> {
  const { root, fault, roles } = chain;
  const { section, name } = root;
  if (fault) return fault;
  switch (root.kind) {
    case 'sso':
      return ssoState(section, sessions, now);
    case 'keys':
      if (!section.aws_access_key_id) return { code: 'keys-incomplete', about: 'aws_access_key_id' };
      if (!section.aws_secret_access_key) return { code: 'keys-incomplete', about: 'aws_secret_access_key' };
      return { code: 'untried' };
    case 'web-identity':
      if (!ROLE.test(section.role_arn ?? '')) return { code: 'role-invalid', about: name };
      // The SDK takes the path as it stands, without looking for a home in it. The remark is for the bundler, which
      // would otherwise pack the whole repository for a path it cannot know.
      return {
        code: existsSync(/* turbopackIgnore: true */ section.web_identity_token_file ?? '')
          ? 'untried'
          : 'token-file-missing',
      };
    case 'none':
      return roles.length > 0 ? { code: 'source-empty', about: name } : { code: 'no-credentials' };
    default:
      return { code: 'untried' };
  }
}

async function ssoState(
  section: Section,
  sessions: ReadonlyMap<string, Section>,
  now: number,
): Promise<ProfileState> {
  const { sso_session: named } = section;
  const session = named ? sessions.get(named) : section;
  if (!session) return { code: 'session-missing', about: named ?? '' };
  const settings = {
    sso_start_url: session.sso_start_url,
    sso_region: session.sso_region,
    sso_account_id: section.sso_account_id,
    sso_role_name: section.sso_role_name,
  };
  const missing = Object.entries(settings).find(([, value]) => !value);
  if (missing) return { code: 'sso-incomplete', about: missing[0] };
  const signIn = await readSsoSignIn(named ?? session.sso_start_url ?? '', now);
  if (!signIn) return { code: 'sso-absent' };
  const at = signIn.expires.toISOString();
  if (signIn.expires.getTime() > now) return { code: 'sso-valid', at };
  return named && signIn.renewable ? { code: 'sso-renews' } : { code: 'sso-expired', at };
}
