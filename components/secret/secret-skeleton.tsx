import { SecretName } from '@/components/secret/secret-name';
import { Skeleton } from '@/components/ui/skeleton';
import { parseSecretArn } from '@/lib/domain/arn';

/** The shape of a secret's page while it is being read: its name is known from the address. */
export function SecretSkeleton({ arn }: { arn: string }) {
  return (
    <div aria-busy className="px-4 py-3 md:px-5">
      <h1 className="text-lg">
        <SecretName name={parseSecretArn(arn)?.name ?? arn} />
      </h1>
      <div className="mt-3 flex gap-6">
        <Skeleton className="w-40" />
        <Skeleton className="w-28" />
        <Skeleton className="w-32" />
      </div>
      <div className="mt-8 space-y-4">
        {['w-3/4', 'w-2/3', 'w-3/4', 'w-1/2'].map((width, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed shape
          <Skeleton key={row} className={width} />
        ))}
      </div>
    </div>
  );
}
