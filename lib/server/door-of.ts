import 'server-only';
import { effects } from '@/lib/contract/effects';

/** Which door a path means, in words of ours alone: no scope, no region, nothing that only looks like an operation. */
export function doorOf(path: string): string {
  const [, , room = '', ...rest] = path.split('/');
  const last = rest.at(-1) ?? '';
  if (room === 'secretsmanager') return Object.hasOwn(effects, last) ? last : 'no operation';
  return room === 'views' ? `views/${last}` : room;
}
