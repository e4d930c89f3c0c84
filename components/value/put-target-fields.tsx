import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { PutTarget } from '@/lib/domain/put-plan';

interface PutTargetFieldsProps {
  readonly target: PutTarget;
  readonly onTarget: (target: PutTarget) => void;
  readonly error: string | undefined;
}

/** In force at once, or kept aside under a label until somebody promotes it. */
export function PutTargetFields({ target, onTarget, error }: PutTargetFieldsProps) {
  const staged = target.kind === 'staged';
  return (
    <div className="space-y-3 px-4 pb-3 md:px-5">
      <Segmented
        legend="Where it goes"
        value={target.kind}
        onChange={(kind) => onTarget(kind === 'current' ? { kind } : { kind, label: 'next' })}
        options={[
          { value: 'current', label: 'In force at once' },
          { value: 'staged', label: 'Staged under a label' },
        ]}
        className="max-md:w-full"
      />
      {staged ? (
        <Field
          label="Label"
          error={error}
          hint="Nobody is given the value until it is promoted in the table of versions; clients that ask for the label get it at once."
        >
          {(control) => (
            <Input
              {...control}
              mono
              maxLength={256}
              value={target.label}
              onChange={(event) => onTarget({ kind: 'staged', label: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <p className="text-fg-2">
          AWSCURRENT moves to the new version, AWSPREVIOUS to the one it leaves. Replicas follow. Clients with
          a cache keep the old value until it expires.
        </p>
      )}
    </div>
  );
}
