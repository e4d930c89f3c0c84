import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { keyFault } from '@/lib/domain/replication/key-form';

interface KeyFieldProps {
  readonly region: string;
  /** Where several regions are asked for. */
  readonly label?: string | undefined;
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** The KMS key of a replica: a key of its own region, never the primary's. */
export function KeyField({ region, label = 'KMS key there', value, onChange }: KeyFieldProps) {
  return (
    <Field
      label={label}
      note="optional"
      error={keyFault(value.trim(), region)}
      hint={
        <>
          An id, alias or ARN of a key in <span className="font-mono">{region}</span>. Empty:{' '}
          <span className="font-mono">aws/secretsmanager</span> of that region. It needs kms:GenerateDataKey
          and kms:Encrypt.
        </>
      }
    >
      {(control) => (
        <Input
          {...control}
          mono
          autoCapitalize="none"
          placeholder="alias/…"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
