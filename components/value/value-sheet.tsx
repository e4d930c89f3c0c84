'use client';

import { Eye } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { SecretName } from '@/components/secret/secret-name';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { PartList } from '@/components/value/part-list';
import { LabelChip } from '@/components/version/label-chip';
import { refusedWords } from '@/components/version/refusals';
import { ShortVersion } from '@/components/version/short-version';
import { useReadRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { useScreenShare } from '@/lib/client/screen-share';
import { useReveal } from '@/lib/client/values';
import type { SecretReading } from '@/lib/contract/answers';
import { shortId } from '@/lib/domain/short-id';
import { type SecretVersion, sortLabels } from '@/lib/domain/version';

interface ValueSheetProps {
  readonly open: boolean;
  readonly scope: string;
  readonly reading: SecretReading;
  readonly version: SecretVersion;
  readonly onClose: () => void;
}

/** The value of one version: nothing is read before the operator asks, and no more is shown than asked for. */
export function ValueSheet({ open, scope, reading, version, onClose }: ValueSheetProps) {
  const outline = useReveal(scope);
  const refusal = useReadRefusal(scope, [{ arn: reading.arn, versionId: version.id }]);
  const { on: shared } = useScreenShare();
  const ids = reading.versions.map(({ id }) => id);
  const { arn } = reading;
  const versionId = version.id;
  const ask = () => outline.mutate({ arn, versionId, part: { kind: 'outline' } });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      width="panel"
      title="Value"
      subject={<ShortVersion id={versionId} others={ids} />}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2.5 md:px-5">
        <span className="text-sm">
          <SecretName name={reading.name} />
        </span>
        {sortLabels(version.labels).map((label) => (
          <LabelChip key={label} label={label} />
        ))}
      </p>
      {shared && (
        <Notice form="strip" tone="warn" title="Screen sharing is on">
          Values stay hidden until it is turned off in the status bar.
        </Notice>
      )}
      {outline.error && <ProblemNotice problem={problemIn(outline.error)} form="strip" />}
      {outline.data ? (
        <PartList
          {...{ scope, arn, versionId }}
          version={`v ${shortId(versionId, ids)}`}
          outline={outline.data.outline}
        />
      ) : (
        <div className="space-y-3 px-4 py-4 md:px-5">
          <p className="text-fg-2">
            First the names of its keys are read, with no value on screen. Then you choose what to reveal: a
            value stays for 30 seconds, and is gone when you leave this page or window.
          </p>
          <Button
            variant="primary"
            icon={Eye}
            busy={outline.isPending}
            disabledReason={
              shared ? 'Screen sharing is on: values stay hidden' : refusal && refusedWords(refusal)
            }
            onClick={ask}
          >
            Read the keys
          </Button>
        </div>
      )}
      <p className="px-4 py-3 text-fg-3 md:px-5">
        Each read is made as you: one GetSecretValue event in CloudTrail, and one audit line, neither of which
        holds the value.
      </p>
    </Sheet>
  );
}
