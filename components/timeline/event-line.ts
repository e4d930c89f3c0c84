import { type SecretEvent, wasRefused } from '@/lib/domain/timeline/secret-event';
import type { Spelling } from '@/lib/domain/timeline/sentence-at';
import { actorName, effectWords } from '@/lib/domain/timeline/words';

/** An event in one line: when, who, what; and that AWS refused it, if it did. */
export function eventLine(event: SecretEvent, { brief, version }: Spelling): string {
  const what = effectWords(event, version);
  const words = wasRefused(event) ? `was refused ${event.name} (${event.error?.code})` : what;
  return `${brief(Date.parse(event.at))} ${actorName(event.actor)} ${words}`;
}
