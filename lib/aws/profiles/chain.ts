import 'server-only';
import type { ProfileKind, ProfileState } from '@/lib/contract/profiles';
import type { Section } from './shared-files';

/** One profile on the way from the chosen one to the credentials everything begins with. */
export interface Link {
  readonly name: string;
  readonly section: Section;
}

/** A profile followed along `source_profile`: the roles to assume, last one first, and where they begin. */
export interface Chain {
  readonly roles: readonly Link[];
  readonly root: Link & { readonly kind: ProfileKind };
  /** Why the way leads nowhere. */
  readonly fault?: ProfileState;
}

/** What a section says its credentials come from, in the order in which the SDK looks. */
export function kindOf(section: Section): ProfileKind {
  if (section.role_arn && (section.source_profile || section.credential_source)) return 'role';
  if (section.aws_access_key_id || section.aws_secret_access_key) return 'keys';
  if (section.web_identity_token_file) return 'web-identity';
  if (section.role_arn) return 'role';
  if (section.credential_process) return 'process';
  const sso = ['sso_session', 'sso_start_url', 'sso_account_id', 'sso_role_name', 'sso_region'];
  if (sso.some((setting) => section[setting])) return 'sso';
  return section.login_session ? 'login' : 'none';
}

/**
 * Follows `source_profile`. A profile that names itself begins with its own keys.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
 */
export function chainOf(profiles: ReadonlyMap<string, Section>, name: string): Chain {
  const roles: Link[] = [];
  let at: Link = { name, section: profiles.get(name) ?? {} };
  for (;;) {
    const { section } = at;
    const kind = roles.length > 0 && hasKeys(section) ? 'keys' : kindOf(section);
    const root = { ...at, kind };
    if (kind !== 'role') return { roles, root };
    const fault = faultOf(at, roles, profiles);
    if (fault) return { roles, root, fault };
    roles.push(at);
    const source = section.source_profile ?? '';
    at = { name: source, section: profiles.get(source) ?? {} };
  }
}

const hasKeys = (section: Section) => Boolean(section.aws_access_key_id && section.aws_secret_access_key);

function faultOf(
  { name, section }: Link,
  roles: readonly Link[],
  profiles: ReadonlyMap<string, Section>,
): ProfileState | undefined {
  if (roles.some((role) => role.name === name)) return { code: 'source-loop', about: name };
  if (section.credential_source) return { code: 'credential-source', about: name };
  if (!ROLE.test(section.role_arn ?? '')) return { code: 'role-invalid', about: name };
  if (section.mfa_serial) return { code: 'mfa', about: name };
  if (!section.source_profile) return { code: 'role-without-source', about: name };
  if (!profiles.has(section.source_profile)) return { code: 'source-missing', about: section.source_profile };
  return undefined;
}

/** A role's ARN: its account, and its name after whatever path. */
export const ROLE = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:[\x21-\x7e]*\/)?([\w+=,.@-]{1,64})$/;
