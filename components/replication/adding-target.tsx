import { KeyField } from '@/components/replication/key-field';
import { Field } from '@/components/ui/field';
import { regionPlace } from '@/lib/domain/region-place';

/** Whatever fleet rules find missing, in whichever region. */
export const BY_RULES = 'rules';

interface AddingTargetProps {
  readonly target: string;
  readonly onTarget: (target: string) => void;
  readonly regions: readonly string[];
  /** Where something would be added. */
  readonly targets: readonly string[];
  readonly keys: ReadonlyMap<string, string>;
  readonly onKeys: (keys: ReadonlyMap<string, string>) => void;
  readonly disabled: boolean;
}

/** Where replicas are added, and under which keys. */
export function AddingTarget({
  target,
  onTarget,
  regions,
  targets,
  keys,
  onKeys,
  disabled,
}: AddingTargetProps) {
  return (
    <>
      <Field label="Add">
        {(control) => (
          <select
            {...control}
            value={target}
            disabled={disabled}
            onChange={(event) => onTarget(event.target.value)}
            className="h-8 w-full rounded-md border border-control bg-surface px-2.5 text-xs max-md:h-11 max-md:text-[1rem]"
          >
            <option value={BY_RULES}>What fleet rules find missing</option>
            {regions.map((one) => (
              <option key={one} value={one}>
                {[one, regionPlace(one)].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!disabled &&
        targets.map((region) => (
          <KeyField
            key={region}
            region={region}
            label={targets.length > 1 ? `KMS key in ${region}` : undefined}
            value={keys.get(region) ?? ''}
            onChange={(key) => onKeys(new Map(keys).set(region, key.trim()))}
          />
        ))}
    </>
  );
}
