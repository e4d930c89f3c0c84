import { useQuery } from '@tanstack/react-query';
import type { ProfileListing } from '@/lib/contract/profiles';
import { profilesPath } from './paths';
import { ask } from './request';

/** The profiles of this computer as their files stand at each reading; a problem without the launch token. */
export function useProfiles() {
  return useQuery({
    queryKey: ['profiles'],
    queryFn: async (): Promise<ProfileListing> => (await ask(profilesPath)).json(),
    staleTime: Number.POSITIVE_INFINITY,
    // Who comes back from the terminal has signed in there, or mended a file.
    refetchOnWindowFocus: 'always',
  });
}
