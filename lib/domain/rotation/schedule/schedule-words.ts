import type { CronDays, WeekDay } from './cron-days.ts';
import type { Schedule } from './schedule.ts';

/** A schedule in words: `Every 30 days, window 00:00 for 24 h`, `On the 1st of each month, window 08:00 for 2 h`. UTC. */
export function scheduleWords(schedule: Schedule): string {
  if (schedule.kind === 'cron') {
    const { hours, days, lasts } = schedule;
    const at = listed(hours.map(clock));
    return `${daysIn(days)}, window ${at} ${lasts === undefined ? 'until midnight' : `for ${lasts} h`}`;
  }
  const { kind, every, lasts } = schedule;
  if (kind === 'hours') return `Every ${every} hours, window of ${lasts} h`;
  const often = every === 1 ? 'Every day' : `Every ${every} days`;
  return `${often}, window 00:00 for ${lasts} h`;
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

function daysIn({ months, on }: CronDays): string {
  const every = months.length === 12;
  const of = every ? 'each month' : listed(months.map(monthName));
  if (on.by === 'month') {
    if (on.days.length === 31) return every ? 'Every day' : `Every day of ${of}`;
    const days = [...on.days.map(ordinal), ...(on.last ? ['last day'] : [])];
    return `On the ${listed(days)} of ${of}`;
  }
  if (on.days.length === 7 && on.days.every(({ nth }) => nth === undefined)) {
    return every ? 'Every day' : `Every day of ${of}`;
  }
  const ofMonth = on.days.some(({ nth }) => nth !== undefined);
  const days = runs(on.days);
  return `${ofMonth ? 'On the' : 'On'} ${days}${every && !ofMonth ? '' : ` ${ofMonth ? 'of' : 'in'} ${of}`}`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];

function runs(days: readonly WeekDay[]): string {
  const names = days.map(({ day, nth }) => {
    const name = WEEKDAYS[day - 1] ?? '';
    if (nth === undefined) return name;
    return `${nth === 'last' ? 'last' : NTH[nth - 1]} ${name}`;
  });
  const rising = days.every(
    ({ day, nth }, at) => nth === undefined && (at === 0 || day === (days[at - 1]?.day ?? 0) + 1),
  );
  return rising && names.length > 2 ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

const monthName = (month: number) =>
  new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });

function ordinal(day: number): string {
  const teens = day > 10 && day < 14;
  return `${day}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
