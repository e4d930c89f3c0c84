import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';

interface SavingNoteProps {
  readonly immediately: boolean;
  readonly onImmediately: (immediately: boolean) => void;
  readonly withFunction: boolean;
  /** An interval is set in place of a schedule that is on. */
  readonly interval: boolean;
}

/**
 * The first thing to know about saving a schedule.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
 */
export function SavingNote({ immediately, onImmediately, withFunction, interval }: SavingNoteProps) {
  return (
    <Notice
      form="strip"
      tone={immediately ? 'warn' : 'idle'}
      title="Saving a schedule rotates at once, unless you choose not to"
      actions={
        <Segmented
          legend="When it is saved"
          value={immediately ? 'now' : 'later'}
          onChange={(value) => onImmediately(value === 'now')}
          options={[
            { value: 'later', label: 'Do not rotate now' },
            { value: 'now', label: 'Rotate at once' },
          ]}
        />
      }
    >
      {immediately
        ? 'A new password is set at the service as soon as AWS has taken the schedule.'
        : withFunction
          ? 'AWS takes the schedule, calls testSecret to try the function, and rotates in the next window.'
          : 'AWS takes the schedule and rotates in the next window.'}
      {!immediately &&
        interval &&
        ' A rotation that was planned before may still come: only a schedule of certain days keeps it from that.'}
    </Notice>
  );
}
