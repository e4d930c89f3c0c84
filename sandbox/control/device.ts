import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { answerAsk, deviceByCode } from '../services/identity-center/asks.ts';
import { PEOPLE } from '../services/identity-center/directory.ts';
import { ControlError } from './error.ts';
import { flag, oneOf, readFields, required, text } from './fields.ts';

const fields = { userCode: text, name: oneOf(PEOPLE), allow: flag };

/** Answers a device's request for a person, as its page does. */
export function postDevice({ world: { state, clock } }: Sandbox, body: Json): Json {
  const read = readFields(body, fields);
  const [name, allow] = [required(read.name, 'name'), required(read.allow, 'allow')];
  const ask = deviceByCode(state.identityCenter, required(read.userCode, 'userCode'), clock.now());
  if (!ask) throw new ControlError('No device waits under this "userCode" any more.');
  answerAsk(ask, name, allow);
  return { userCode: ask.userCode, name, allow };
}
