import 'server-only';
import { regionField } from '@/lib/contract/fields';
import type { ProfileListing, ProfileRow } from '@/lib/contract/profiles';
import { chainOf, kindOf, ROLE } from './chain';
import { readSharedFiles, type Section, type SharedFiles } from './shared-files';
import { stateOf } from './state';

/** The profiles of this computer, by name, each with what its files say: no command is run, AWS is not asked. */
export async function listProfiles(now = Date.now()): Promise<ProfileListing> {
  const shared = await readSharedFiles();
  const names = [...shared.profiles.keys()].sort(byName);
  return {
    profiles: await Promise.all(names.map((name) => rowOf(shared, name, now))),
    files: shared.files,
  };
}

async function rowOf(shared: SharedFiles, name: string, now: number): Promise<ProfileRow> {
  const section = shared.profiles.get(name) ?? {};
  const chain = chainOf(shared.profiles, name);
  return {
    name,
    kind: kindOf(section),
    ...holderIn(section),
    ...regionIn(section),
    state: await stateOf(chain, shared, now),
  };
}

// Each is looked at before it leaves: what stands in the wrong place of a file may be anything.
function holderIn(section: Section): Pick<ProfileRow, 'account' | 'role'> {
  const [, account = section.sso_account_id ?? section.aws_account_id ?? '', role = section.sso_role_name] =
    ROLE.exec(section.role_arn ?? '') ?? [];
  return {
    ...(/^\d{12}$/.test(account) && { account }),
    ...(role && /^[\w+=,.@-]{1,64}$/.test(role) && { role }),
  };
}

function regionIn(section: Section): Pick<ProfileRow, 'region'> {
  const region = regionField.safeParse(section.region);
  return region.success ? { region: region.data } : {};
}

// `default` is what the tools take unasked, so it stands first.
const byName = (a: string, b: string) =>
  Number(b === 'default') - Number(a === 'default') || a.localeCompare(b, 'en', { numeric: true });
