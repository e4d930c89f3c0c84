import { PageLink } from '@/components/ui/page-link';
import { secretPath } from '@/lib/client/paths';
import { arnInRegion } from '@/lib/domain/arn';

interface PrimaryLinkProps {
  readonly scope: string;
  /** The replica's ARN. */
  readonly arn: string;
  readonly region: string;
}

/** From a replica, where nothing can be written, to the page of its primary, where it can. */
export function PrimaryLink({ scope, arn, region }: PrimaryLinkProps) {
  return (
    <PageLink
      href={secretPath(scope, arnInRegion(arn, region))}
      className="text-accent underline underline-offset-2 max-md:inline-flex max-md:min-h-6 max-md:items-center"
    >
      Open it in {region}
    </PageLink>
  );
}
