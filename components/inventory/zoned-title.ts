import { zoneName } from '@/components/ui/time-format';

/** A column's title with the zone its times are told in: `Changed (CET)`. */
export const zonedTitle = (title: string): string =>
  title.endsWith('(UTC)') ? title.replace('UTC', zoneName(new Date())) : title;
