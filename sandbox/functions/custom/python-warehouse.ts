import type { Outcome } from '../../targets/login.ts';
import type { Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { storeOnce, template } from '../template/checks.ts';
import { takes } from '../template/connect.ts';
import { FLAVOURS } from '../template/flavours.ts';
import { setPassword } from '../template/password.ts';
import { type Credentials, dumps, secretDict } from '../template/secret-dict.ts';

const flavour = FLAVOURS.postgres;

/** A house function in Python on psycopg, which lets the driver's exceptions through and logs a line for each thing. */
export const pythonWarehouse = template({
  *createSecret(around) {
    const current = yield* secretDict(around, flavour, { arn: around.event.SecretId, stage: 'AWSCURRENT' });
    around.log('INFO', `creating a candidate for ${current.username}`);
    yield* storeOnce(around, (password) => dumps({ ...current, password }));
  },
  *setSecret(around) {
    const { SecretId: arn, ClientRequestToken: token } = around.event;
    const current = yield* secretDict(around, flavour, { arn, stage: 'AWSCURRENT' });
    const pending = yield* secretDict(around, flavour, { arn, stage: 'AWSPENDING', token });
    yield* connect(around, current);
    const { host, username, password } = pending;
    yield* setPassword(around, flavour, host, { as: username, user: username, password });
    around.log('INFO', `ALTER ROLE ${username} done`);
  },
  *testSecret(around) {
    const { SecretId: arn, ClientRequestToken: token } = around.event;
    yield* connect(around, yield* secretDict(around, flavour, { arn, stage: 'AWSPENDING', token }));
    around.log('WARN', 'pool_pre_ping is deprecated and will be removed in a future release');
  },
});

/** Logs in, or raises as libpq words it. https://www.postgresql.org/docs/current/libpq-connect.html */
function* connect(around: Surroundings, { host, username, password, ssl }: Credentials): Running<void> {
  const outcome = around.login({ host, user: username, password, tls: ssl !== false });
  yield takes(around, outcome);
  if (outcome === 'accepted') return;
  const server = `connection to server at "${host}" (10.20.8.14), port ${around.target(host)?.port ?? 5432} failed: `;
  const says: Readonly<Record<Exclude<Outcome, 'accepted'>, string>> = {
    'unknown-host': `could not translate host name "${host}" to address: Name or service not known`,
    unreachable: `${server}timeout expired`,
    refused: `${server}Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?`,
    rejected: `${server}FATAL:  password authentication failed for user "${username}"`,
    'tls-required': `${server}FATAL:  no pg_hba.conf entry for host "10.20.4.31", user "${username}", database "app", no encryption`,
    'tls-not-offered': `${server}server does not support SSL, but SSL was required`,
  };
  throw new Raised('OperationalError', says[outcome]);
}
