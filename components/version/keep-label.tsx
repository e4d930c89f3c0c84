import { Tag } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { keepLabelOf } from '@/components/version/label-facts';
import { ShortVersion } from '@/components/version/short-version';
import { useLabelMove } from '@/lib/client/label-move';
import { noteIfRefused } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';

interface KeepLabelProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly version: string;
  readonly ids: readonly string[];
  /** Why it cannot be asked yet: the secret is protected and its name not typed, or AWS has refused it. */
  readonly missing: string | undefined;
}

/**
 * A version that a move leaves without any label, and the offer to give it one. AWS may purge unlabelled
 * versions once a secret has more than 100; a labelled version is never purged.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
export function KeepLabel({ scope, reading, version, ids, missing }: KeepLabelProps) {
  const add = useLabelMove(scope);
  const label = keepLabelOf(version);
  // Without a label only a recorded read shows that a version holds a value (lib/domain/version.ts).
  const stranded = reading.versions.find(({ id }) => id === version)?.lastAccessed === undefined;
  return (
    <>
      <Notice
        form="strip"
        tone={stranded ? 'warn' : 'idle'}
        title={
          <>
            <ShortVersion id={version} others={ids} /> is left without a label
          </>
        }
        className="border-t"
        actions={
          <Button
            icon={Tag}
            busy={add.isPending}
            disabledReason={missing}
            onClick={() =>
              add.mutate(
                { arn: reading.arn, region: reading.region, label, to: version },
                { onError: (cause) => noteIfRefused(reading.arn, problemIn(cause)) },
              )
            }
          >
            Keep it as {label}
          </Button>
        }
      >
        It stays readable by its id until AWS purges it, which it may once there are more than 100 versions.
        {stranded && ' AWS records no read of it: without a label it could not be rolled back to from here.'}
      </Notice>
      {add.error && <ProblemNotice problem={problemIn(add.error)} form="strip" role="alert" />}
      {add.data && add.data.outcome !== 'moved' && add.data.problem && (
        <ProblemNotice problem={add.data.problem} form="strip" role="alert" />
      )}
    </>
  );
}
