import 'server-only';
import { isSandbox } from '@/lib/aws/endpoint';
import { isReadOnly, ownOrigin } from './config';
import { leaveInOrder } from './leave-in-order';
import { log } from './log';
import { notePeers } from './peer';
import { isReady } from './readiness';

/** What a process does once, when it begins: says as what, and sees to it that it ends in order. */
export function begin(): void {
  notePeers();
  leaveInOrder();
  const { ready, missing } = isReady();
  if (!ready) log('error', 'not-ready', { missing: missing.join(' ') });
  else log('info', 'started', { origin: ownOrigin(), sandbox: isSandbox(), readOnly: isReadOnly() });
}
