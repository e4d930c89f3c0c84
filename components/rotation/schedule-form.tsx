import type { ScheduleDraft } from '@/components/rotation/schedule-draft';
import { WindowList } from '@/components/rotation/window-list';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { TypedField } from '@/components/ui/typed-field';
import { nextWindows } from '@/lib/domain/rotation/schedule/next-windows';
import type { ReadSchedule } from '@/lib/domain/rotation/schedule/read-schedule';
import { scheduleWords } from '@/lib/domain/rotation/schedule/schedule-words';

interface ScheduleFormProps {
  readonly draft: ScheduleDraft;
  readonly onDraft: (draft: ScheduleDraft) => void;
  readonly read: ReadSchedule;
  /** Whether a function rotates it, and so has to be named. */
  readonly withFunction: boolean;
  readonly functionFault: string | undefined;
  readonly last: string | undefined;
  readonly now: number;
}

/** The builder of a schedule: how often, how long its window lasts, which function; what comes of it, or why AWS refuses. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { draft, onDraft, read, withFunction, functionFault, last, now } = props;
  const set = (more: Partial<ScheduleDraft>) => onDraft({ ...draft, ...more });
  const refused = 'refused' in read ? read : undefined;
  const fault = refused?.field === 'duration' ? undefined : refused?.refused;
  return (
    <div className="space-y-3 px-4 py-3 md:px-5">
      <Segmented
        legend="How often"
        value={draft.form}
        onChange={(form) => set({ form })}
        options={[
          { value: 'days', label: 'Every few days' },
          { value: 'hours', label: 'Every few hours' },
          { value: 'cron', label: 'On certain days' },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {draft.form === 'cron' ? (
          <TypedField
            kind="code"
            label="Expression"
            note="0 hours days months weekdays *"
            error={fault}
            hint="cron(0 2 1 * ? *): the 1st at 02:00. cron(0 3 ? * SUN#1 *): the first Sunday at 03:00. UTC."
            className="flex-[1_1_18rem]"
            value={draft.cron}
            onValue={(cron) => set({ cron })}
          />
        ) : (
          <TypedField
            kind="number"
            label={draft.form === 'days' ? 'Days between rotations' : 'Hours between rotations'}
            error={fault}
            className="w-48"
            value={draft[draft.form]}
            onValue={(every) => set({ [draft.form]: every })}
          />
        )}
        <TypedField
          kind="number"
          label="Hours a window lasts"
          note="optional"
          error={refused?.field === 'duration' ? refused.refused : undefined}
          className="w-48"
          value={draft.lasts}
          onValue={(lasts) => set({ lasts })}
        />
      </div>
      {withFunction && (
        <TypedField
          kind="code"
          label="Rotation function"
          note="ARN, or name in this account and region"
          error={functionFault}
          value={draft.functionName}
          onValue={(functionName) => set({ functionName })}
        />
      )}
      <div role="status" className="-mx-4 border-t pt-3 md:-mx-5">
        {refused ? (
          <Notice tone="warn" title="AWS would refuse this schedule" className="mx-4 md:mx-5">
            {refused.refused}
          </Notice>
        ) : (
          'schedule' in read && (
            <>
              <p className="px-4 font-medium md:px-5">{scheduleWords(read.schedule)}</p>
              <WindowList
                windows={nextWindows(read.schedule, { now, last: last ? Date.parse(last) : now }, 3)}
                now={now}
              />
            </>
          )
        )}
      </div>
    </div>
  );
}
