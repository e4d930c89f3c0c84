import type { Block } from './block.ts';

// Layers and extensions that watch the function; their troubles are not the rotation's.
const WATCHER =
  /\bDD_EXTENSION\b|\[NR_EXT\]|\b(?:datadog-agent|ddtrace|dd-trace|newrelic|New Relic Lambda|dynatrace|lumigo|epsagon|thundra|otelcol|opentelemetry|OpenTelemetry|OTLP|X-Ray|aws-xray|xray daemon|sentry_sdk|Sentry|statsd|rollbar|bugsnag|insights[- ]extension|AppConfig extension)\b/i;
const REPORTING =
  /\b(?:export|flush|send|emit|publish|push|upload|deliver|submit|post)\w{0,5}\b.{0,60}\b(?:metrics?|telemetry|traces?|spans?|segments?|heartbeat|notification|slack)\b|\b(?:metrics?|telemetry|traces?|spans?|segments?|notification|slack)\b.{0,60}\b(?:export|flush|send|emit|publish|push|upload|deliver|submit|post)/i;
const REPORTED = /metric|telemetry|trace|span|segment|heartbeat|notification|slack/i;
// Warnings of languages and servers about themselves.
const ADVICE =
  /\bDeprecat|\bis deprecated\b|\bend[- ]of[- ](?:life|support)\b|\bno longer be supported\b|^NOTICE\b|\bNOTICE: |^WARNING: {1,4}(?:SET|there is|database)|\bmaintenance mode\b|InsecureRequestWarning|ExperimentalWarning|\b[A-Z]\w{2,30}Warning: /;

/** Whether an event is about the watching, not about the rotation; what ended the invocation never is. */
export function isNoise(block: Block): boolean {
  if (block.uncaught || !block.telling) return false;
  const { said: text } = block.lines[0]!;
  return (
    WATCHER.test(text) ||
    (REPORTED.test(text) && REPORTING.test(text) && !/\bRuntime\./.test(text)) ||
    ADVICE.test(text)
  );
}

const SUCCESS =
  /\bsuccess(?:ful|fully)?\b|\bsucceed(?:ed|s)\b|\bcompleted\b|\b(?:re)?connected\b|\b(?:logged|signed) in(?:to)?\b|\brecovered\b|\bestablished\b|\b(?:is )?already (?:set|marked)\b|\b(?:changed|updated|set|rotated|verified|created|stored|accepted)\b(?: ok)?\W{0,3}$|\b(?:password|secret|credentials?|key|token|user)\b.{0,40} (?:was |were |has been |is )?(?:changed|updated|rotated|verified|accepted|valid)\b|\b(?:login|connection|test|check|query) (?:is )?(?:ok|passed|works)\b|\b(?:password|secret|credentials?|key|token|user|role|login)s? (?:was |were |has been |is |are )?(?:set|stored|created|applied|saved)\b|\b(?:credentials?|password|login|connection)s? works?\b|\brotation (?:done|finished|ok)\b|\bstatus(?:Code)?["']?[:= ]{1,3}20\d\b/i;
const NEGATED =
  /\b(?:not|never|un\w+|n't|fail\w*|error\w*|exception|cannot|refused|denied|without|before|will be|to be|retry\w*|attempting|rejected|timed out)\b/i;
// Done, but not what was wanted.
const HOUSEKEEPING =
  /\b(?:clean\w*|clos\w*|disconnect\w*|shut ?down|teardown|finally|flush\w*|invocation|handler)\b/i;

/** Whether a line says that something went well. */
export function tellsSuccess(text: string): boolean {
  return SUCCESS.test(text) && !NEGATED.test(text) && !HOUSEKEEPING.test(text);
}

const STEP_DONE =
  /\b(?:create|set|test|finish)[_ ]?secret\b.{0,200}\b(?:success\w*|succeeded|completed|finished|done|already)\b|\b(?:success\w*|completed|finished|done)\b.{0,80}\b(?:create|set|test|finish)[_ ]?secret\b|\brotation\b.{0,60}\b(?:success\w*|succeeded|completed|finished)\b|already (?:set|marked) as AWSCURRENT/i;

/** Whether a line says that a whole step went well. */
export const tellsStepDone = (text: string): boolean => STEP_DONE.test(text) && !NEGATED.test(text);
