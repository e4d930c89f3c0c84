import { type ReadSchedule, readSchedule } from '@/lib/domain/rotation/schedule/read-schedule';
import type { ScheduleRules } from '@/lib/domain/rotation/schedule/schedule';
import type { Rotation } from '@/lib/domain/secret';

/** A schedule while it is being written: what is typed, in its own field each. */
export interface ScheduleDraft {
  readonly form: 'days' | 'hours' | 'cron';
  readonly days: string;
  readonly hours: string;
  readonly cron: string;
  /** How many hours a window lasts; empty: as AWS sets it. */
  readonly lasts: string;
  /** ARN or name. */
  readonly functionName: string;
  readonly immediately: boolean;
}

/** The draft that says what is set now. */
export function draftOf({ schedule, everyDays, duration, functionArn }: Rotation): ScheduleDraft {
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(schedule ?? '') ?? [];
  const cron = schedule?.startsWith('cron(') ?? false;
  return {
    form: cron ? 'cron' : unit === 'hour' ? 'hours' : 'days',
    days: unit === 'day' && count ? count : String(everyDays ?? 30),
    hours: unit === 'hour' && count ? count : '12',
    cron: cron && schedule ? schedule : 'cron(0 2 1 * ? *)',
    lasts: duration?.replace(/h$/, '') ?? '',
    functionName: functionArn ?? '',
    // What is safe is the beginning: AWS's own default would rotate.
    immediately: false,
  };
}

/** The rules a draft describes. */
export function rulesOf({ form, days, hours, cron, lasts }: ScheduleDraft): ScheduleRules {
  const duration = lasts.trim() === '' ? {} : { duration: `${lasts.trim()}h` };
  if (form === 'cron') return { schedule: cron.trim(), ...duration };
  return { schedule: form === 'days' ? rate(days, 'day') : rate(hours, 'hour'), ...duration };
}

const rate = (count: string, unit: string) =>
  `rate(${count.trim()} ${unit}${count.trim() === '1' ? '' : 's'})`;

/** What a draft comes to; a figure that is none is refused in the words of its own field. */
export function readDraft(draft: ScheduleDraft): ReadSchedule {
  const { form } = draft;
  if (form !== 'cron' && !/^\d+$/.test(draft[form].trim()))
    return { refused: `A whole number of ${form}.`, field: 'schedule' };
  return readSchedule(rulesOf(draft));
}

/** A function by its ARN; a name alone is of the secret's own account and region. */
export function functionArnOf(typed: string, secretArn: string): string {
  const name = typed.trim();
  if (name === '' || name.startsWith('arn:')) return name;
  const [, partition, , region, account] = secretArn.split(':');
  return `arn:${partition}:lambda:${region}:${account}:function:${name}`;
}
