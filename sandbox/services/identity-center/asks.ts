import { PEOPLE } from './directory.ts';
import type { Ask, DeviceAsk, IdentityCenterState } from './state.ts';

/** The device that waits under a code, as people type it; undefined when there is none or it was answered. */
export function deviceByCode(
  { devices }: IdentityCenterState,
  typed: string,
  now: Date,
): DeviceAsk | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z]/g, '');
  return [...devices.values()].find((ask) => ask.userCode.replace('-', '') === letters && isOpen(ask, now));
}

/** Whether somebody can still answer. */
export function isOpen(ask: Ask, now: Date): boolean {
  return ask.answer === 'pending' && ask.endsAt > now.getTime();
}

/** A person's answer to a client that asks to act for them; false for somebody who is not in the directory. */
export function answerAsk(ask: Ask, person: string, allow: boolean): boolean {
  if (!PEOPLE.some((one) => one === person)) return false;
  ask.answer = allow ? { person } : 'refused';
  return true;
}
