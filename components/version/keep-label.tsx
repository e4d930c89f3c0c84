import { Tag } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { keepLabelOf, labelFactsOf } from '@/components/version/label-facts';
import { labelRefusal } from '@/components/version/label-words';
import { refusedWords } from '@/components/version/refusals';
import { ShortVersion } from '@/components/version/short-version';
import { useKeep } from '@/components/version/use-keep';
import { useRefusal } from '@/lib/client/refusals';
import type { SecretReading } from '@/lib/contract/answers';
import { planLabel } from '@/lib/domain/label-change';

interface KeepLabelProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly version: string;
  readonly ids: readonly string[];
  /** Why it cannot be asked yet: the secret is protected and its name not typed. */
  readonly missing: string | undefined;
  /** The label that leaves it, where it may be the very one that would keep it. */
  readonly leaves?: string | undefined;
}

/**
 * A version that a move leaves without any label, and the offer to give it one. AWS may purge unlabelled
 * versions once a secret has more than 100; a labelled version is never purged.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
export function KeepLabel({ scope, reading, version, ids, missing, leaves }: KeepLabelProps) {
  const { keep, busy, problem } = useKeep(scope, reading);
  const label = keepLabelOf(version);
  const refusal = useRefusal(scope, reading.arn, 'UpdateSecretVersionStage', label);
  const plan = planLabel(labelFactsOf(reading), { label, to: version });
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
          leaves !== label && (
            <Button
              icon={Tag}
              busy={busy.has(version)}
              disabledReason={
                plan.possible ? (refusal ? refusedWords(refusal) : missing) : labelRefusal(plan.because)
              }
              onClick={() => keep(version)}
            >
              Keep it as {label}
            </Button>
          )
        }
      >
        It stays readable by its id until AWS purges it, which it may once there are more than 100 versions.
        {stranded && ' AWS records no read of it: without a label it could not be rolled back to from here.'}
      </Notice>
      {problem && <ProblemNotice problem={problem} form="strip" role="alert" />}
    </>
  );
}
