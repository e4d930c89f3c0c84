import { Tag } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { VersionId } from '@/components/version/version-id';
import { useLabelMove } from '@/lib/client/label-move';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';

interface KeepLabelProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly version: string;
  readonly ids: readonly string[];
}

/**
 * A version that a move leaves without any label, and the offer to give it one. AWS may purge unlabelled
 * versions once a secret has more than 100; a labelled version is never purged.
 */
export function KeepLabel({ scope, reading, version, ids }: KeepLabelProps) {
  const add = useLabelMove(scope);
  const label = `keep-${version.slice(0, 8)}`;
  return (
    <>
      <Notice
        form="strip"
        tone="idle"
        title={
          <>
            <VersionId id={version} others={ids} copy={false} /> is left without a label
          </>
        }
        className="border-t"
        actions={
          <Button
            icon={Tag}
            busy={add.isPending}
            onClick={() => add.mutate({ arn: reading.arn, region: reading.region, label, to: version })}
          >
            Keep it as {label}
          </Button>
        }
      >
        It stays readable by its id until AWS purges it, which it may once there are more than 100 versions.
      </Notice>
      {add.error && <ProblemNotice problem={problemIn(add.error)} form="strip" role="alert" />}
      {add.data && add.data.outcome !== 'moved' && add.data.problem && (
        <ProblemNotice problem={add.data.problem} form="strip" role="alert" />
      )}
    </>
  );
}
