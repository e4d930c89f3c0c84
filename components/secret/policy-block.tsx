import { ProblemNotice } from '@/components/problem/problem-notice';
import { PrimaryLink } from '@/components/replica/primary-link';
import { CommandBlock } from '@/components/secret/command-block';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { Skeleton } from '@/components/ui/skeleton';
import { usePolicy } from '@/lib/client/policy';
import { problemIn } from '@/lib/client/request';

interface PolicyBlockProps {
  readonly scope: string;
  readonly region: string;
  readonly arn: string;
  /** Of a replica: the region of its primary. */
  readonly primary: string | undefined;
}

/** The resource policy: who else may do what with this secret, in AWS's own words. */
export function PolicyBlock({ scope, region, arn, primary }: PolicyBlockProps) {
  const { data, error, isPending, isFetching, refetch } = usePolicy(scope, region, arn);
  // What AWS shows of a replica's policy is not documented.
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
  const elsewhere = error && primary && problemIn(error).code !== 'access-denied' ? primary : undefined;
  return (
    <section aria-labelledby="policy" className="border-t">
      <SectionHead
        id="policy"
        title="Resource policy"
        note="beside the policies of roles and users"
        className="mt-1"
      />
      {isPending && <Skeleton className="mx-5 mb-4 w-1/2" />}
      {elsewhere && (
        <p className="px-4 pb-4 text-fg-2 text-xs md:px-5">
          Replicated with the secret, and not told here: it is read and changed at the primary.{' '}
          <PrimaryLink {...{ scope, arn }} region={elsewhere} />
        </p>
      )}
      {error && !elsewhere && (
        <ProblemNotice
          problem={problemIn(error)}
          form="strip"
          actions={
            <Button busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          }
        />
      )}
      {data === null && (
        <p className="px-4 pb-4 text-fg-2 text-xs md:px-5">
          None: only policies of this account's roles and users decide.
        </p>
      )}
      {typeof data === 'string' && (
        <div className="px-4 pb-4 md:px-5">
          <CommandBlock title="Policy" text={pretty(data)} />
        </div>
      )}
    </section>
  );
}

// AWS keeps the text as it was put; what is no JSON is shown as it is.
function pretty(policy: string): string {
  try {
    return JSON.stringify(JSON.parse(policy), null, 2);
  } catch {
    return policy;
  }
}
