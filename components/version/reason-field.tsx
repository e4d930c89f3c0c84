import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { REASON_LENGTH, safeReason } from '@/lib/domain/reason';

interface ReasonFieldProps {
  readonly reason: string;
  readonly onReason: (text: string) => void;
}

/** Why a change is made, with what of it CloudTrail will keep. */
export function ReasonField({ reason, onReason }: ReasonFieldProps) {
  return (
    <Field label="Reason" note="optional, kept in CloudTrail" hint={<Hint reason={reason} />}>
      {(field) => (
        <Textarea
          {...field}
          rows={3}
          maxLength={200}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </Field>
  );
}

function Hint({ reason }: { reason: string }) {
  const kept = safeReason(reason);
  if (!kept)
    return <>CloudTrail keeps {REASON_LENGTH} characters of it in the user agent. Never put a value here.</>;
  return (
    <>
      CloudTrail will show <span className="wrap-anywhere font-mono">{kept}</span>
    </>
  );
}
