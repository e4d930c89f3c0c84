import type { Attempt } from '../attempt.ts';
import type { Cause } from '../cause.ts';
import type { Finding } from '../clue.ts';
import { hostKind } from '../hosts.ts';
import type { Block } from '../log/block.ts';
import type { Line } from '../log/line.ts';

const NAME =
  /ENOTFOUND|EAI_AGAIN|EAI_NONAME|getaddrinfo|gaierror|no such host|Name or service not known|nodename nor servname|[Nn]ame resolution|could not translate host name|UnknownHost|[Cc]ould not resolve|[Cc]annot resolve|Unknown MySQL server host|NXDOMAIN|No address associated|failed to lookup address|Name does not resolve|server misbehaving/;
const WAY =
  /ETIMEDOUT|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ECONNABORTED|ESOCKETTIMEDOUT|UND_ERR_CONNECT_TIMEOUT|socket hang up|[Cc]onnect(?:ion|ing)?(?: \w{1,12}){0,2} (?:has )?(?:timed? ?out|timeout|refused|reset by peer|aborted)|Connect(?:ion)?(?:Timeout|Refused|ResetError|RefusedError)|ConnectTimeoutError|EndpointConnectionError|Connect timeout|Read timeout|ReadTimeout|Timeout connecting|connect timed out|i\/o timeout|timeout expired|deadline (?:has )?(?:exceeded|elapsed)|DeadlineExceeded|Max retries exceeded|No route to host|[Nn]etwork is unreachable|[Hh]ost is (?:unreachable|down)|Connection refused|[Cc]ould not connect|[Cc]an(?:no|')t connect|[Uu]nable to connect|[Ff]ailed to connect|execution expired|Failed to open TCP connection|NewConnectionError|HTTPConnectionError|connection attempt failed|operation (?:has )?timed out|[Rr]equest timed out|timeout of \d{1,9} ?ms exceeded|connection was closed|Connection closed by|Server closed the connection|broken pipe|unexpected EOF|server selection (?:timeout|error|timed out)|ServerSelectionTimeout|ServerSelectionError|fetch failed|TimeoutError|SocketTimeoutException|ConnectException|HttpRequestException|\berrno:? ?-?11[013]\b|\[Errno 11[0-3]\]|\(timed out\)|: timed out\b|[Tt]imed out (?:calling|connecting|trying|waiting|after|while)|[Tt]imeout (?:calling|connecting|while connecting|waiting for)|no connection to|(?:not|un)[ -]?reachable|[Cc]onnection to \S{1,160} (?:timed out|failed|lost|was lost|refused|dropped)|socket (?:disconnected|closed|timeout)|did not (?:respond|answer)|no (?:response|answer) from|[Cc]ouldn['’]t (?:connect|reach)|[Cc]ould not (?:reach|establish)|[Cc]annot reach|[Uu]nable to reach/;
// TLS, a refusal or an answer stand in the same event: the connection itself was not the trouble.
const ANSWERED =
  /certificate|CERT_|SSL(?:Error|Handshake|Cert| routines)|handshake(?! timeout)|wrong version number|authentication failed|Access denied|Login failed|ORA-01017|not authorized to perform|AccessDenied|Incorrect username|(?:tls|ssl) error|token is invalid/i;

/** Connections that did not come about, by who was to be reached. */
export function networkFindings(attempt: Attempt): Finding[] {
  return attempt.blocks.flatMap((block) => {
    for (const line of block.lines) {
      const found = NAME.exec(line.text) ?? WAY.exec(line.text);
      if (found) return inBlock(attempt, block, line, found);
    }
    return [];
  });
}

function inBlock(attempt: Attempt, block: Block, line: Line, found: RegExpExecArray): Finding[] {
  const around = block.lines.map(({ text }) => text).join('\n');
  const whole = around.length > 12_000 ? around.slice(0, 12_000) : around;
  if (ANSWERED.test(whole)) return [];
  // The SDK's own words: of AWS's endpoints a rotation cannot do without that of Secrets Manager.
  const own = /Failed to connect to proxy URL/.test(line.text) ? 'secrets-manager' : hostKind(line.text);
  const kind = own === 'unnamed' || own === 'http' ? closer(own, hostKind(whole)) : own;
  const finding = (cause: Cause, weight: number, says: string): Finding => ({
    cause,
    weight,
    says,
    line,
    from: found.index,
    to: found.index + found[0].length,
    block,
  });
  switch (kind) {
    case 'secrets-manager':
      return [finding('secrets-endpoint-unreachable', 92, 'The endpoint of Secrets Manager was not reached')];
    case 'database':
      return [finding('database-unreachable', 86, 'The database was not reached')];
    case 'aws-api':
      return [
        finding('target-api-rejected', 80, 'The API of an AWS service was not reached'),
        finding('database-unreachable', 40, 'The target was not reached'),
      ];
    case 'http':
      if (isSdkCall(attempt, line))
        return [
          finding(
            'secrets-endpoint-unreachable',
            74,
            'A call of the AWS SDK found no way; most likely to Secrets Manager',
          ),
        ];
      return [
        finding('target-api-rejected', 78, "The target's API was not reached"),
        finding('database-unreachable', 45, 'The target was not reached'),
      ];
    case 'unnamed':
      return unnamed(attempt, finding);
  }
}

// The SDK for JavaScript names no host: its errors carry `$metadata`. Port 443 in a step that speaks to Secrets Manager
// only is its endpoint's.
function isSdkCall({ step }: Attempt, { text, raw }: Line): boolean {
  if (/https?:\/\//.test(text)) return false;
  return raw.includes('$metadata') || step === 'createSecret' || step === 'finishSecret';
}

/** Frames of the same event may name what the message does not. */
const closer = (own: 'unnamed' | 'http', whole: ReturnType<typeof hostKind>) =>
  whole === 'unnamed' || (own === 'http' && whole === 'database') ? own : whole;

function unnamed(
  { step, evidence }: Attempt,
  finding: (cause: Cause, weight: number, says: string) => Finding,
): Finding[] {
  const database = finding('database-unreachable', 62, 'A connection failed; most likely to the database');
  if (step !== 'createSecret' && step !== 'finishSecret') return [database];
  // These two steps speak to Secrets Manager only, in the templates and in most functions made after them.
  return evidence.state.vpc === false
    ? [database]
    : [
        finding('secrets-endpoint-unreachable', 64, `In ${step} the function speaks to Secrets Manager only`),
        { ...database, weight: 45 },
      ];
}
