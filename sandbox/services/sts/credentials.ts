import type { Call, Json, Principal } from '../../operation.ts';

/** How long an ended key is kept, so that its user hears that it has ended. */
const REMEMBERED = 24 * 3_600_000;

/**
 * Makes temporary credentials and answers them as STS does. They end by the wall's time; in the history of
 * a world being built, which is before it, by the history's own.
 */
export function issue(call: Call, principal: Principal, seconds: number): Json {
  const { issued } = call.state.iam;
  const { random } = call;
  const expiration = new Date(Math.min(call.now.getTime(), Date.now()) + seconds * 1000);
  const accessKeyId = `ASIA${random.suffix(16).toUpperCase()}`;
  const secretAccessKey = random.suffix(40);
  const token = `sandbox-session-${random.suffix(320)}`;
  forget(issued, Date.now() - REMEMBERED);
  // Nobody is left to use a key of the history.
  if (expiration.getTime() > Date.now()) {
    issued.set(accessKeyId, { accessKeyId, secretAccessKey, principal, session: { token, expiration } });
  }
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: token,
    Expiration: expiration,
  };
}

/** Drops the first keys that ended before an instant; as many are dropped as are made. */
function forget(issued: Call['state']['iam']['issued'], before: number): void {
  for (const [id, { session }] of issued) {
    if (session.expiration.getTime() >= before) return;
    issued.delete(id);
  }
}
