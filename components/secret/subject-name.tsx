import { SecretName } from '@/components/secret/secret-name';

/** The name of the secret a sheet is about, in its head. */
export function SubjectName({ name }: { name: string }) {
  return (
    <span className="min-w-0 truncate text-sm">
      <SecretName name={name} />
    </span>
  );
}
