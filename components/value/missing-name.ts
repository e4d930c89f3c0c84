import type { SecretReading } from '@/lib/contract/answers';

/** Why a change of a protected secret cannot be made yet; undefined once its name is typed, and for all others. */
export const missingName = (
  { name, protected: guarded }: Pick<SecretReading, 'name' | 'protected'>,
  typed: string,
): string | undefined =>
  guarded && typed.trim() !== name ? 'Type the name of the secret to confirm' : undefined;
