// A message as different runtimes and loggers put it into the log of an invocation that failed.

const ID = '5f2b8c10-7a44-4e0b-9c55-3a6a2f0d9e71';
const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/app-AbCdEf';
const TIME = '2026-10-01T00:50:11.586Z';
const START = `START RequestId: ${ID} Version: $LATEST`;
const ENDED = [
  `END RequestId: ${ID}`,
  `REPORT RequestId: ${ID}\tDuration: 812.50 ms\tBilled Duration: 813 ms\tMemory Size: 256 MB\tMax Memory Used: 91 MB`,
];
const snake = (step: string) => step.replace('Secret', '_secret');
const event = (step: string) => ({
  Step: step,
  SecretId: ARN,
  ClientRequestToken: '7ac47c8c-f328-423b-9698-6926dd1f293e',
});

const python = (text: string, step: string) => [
  'INIT_START Runtime Version: python:3.12.v18\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:edb5',
  START,
  `[INFO]\t${TIME}\t${ID}\tFound credentials in environment variables.`,
  ...`[ERROR] ${text}`.split('\n'),
  'Traceback (most recent call last):',
  '  File "/var/task/lambda_function.py", line 76, in lambda_handler',
  `    ${snake(step)}(service_client, arn, token)`,
  `  File "/var/task/lambda_function.py", line 160, in ${snake(step)}`,
  '    apply(pending)',
  ...ENDED,
];

const node = (text: string, step: string) => [
  START,
  `${TIME}\t${ID}\tINFO\t${JSON.stringify(event(step))}`,
  `${TIME}\t${ID}\tINFO\tDescribeSecret ok`,
  `${TIME}\t${ID}\tERROR\tInvoke Error \t${JSON.stringify({
    errorType: 'Error',
    errorMessage: text,
    stack: [
      `Error: ${text}`,
      `    at ${step} (/var/task/index.mjs:58:11)`,
      '    at async Runtime.handler (/var/task/index.mjs:20:5)',
    ],
  })}`,
  ...ENDED,
];

const java = (text: string, step: string) => [
  START,
  `2026-10-01 00:50:11 ${ID} INFO  RotationHandler:41 - handling ${step} for ${ARN}`,
  'Rotation failed: java.lang.RuntimeException',
  'java.lang.RuntimeException: Rotation failed',
  '\tat com.acme.rotation.RotationHandler.handleRequest(RotationHandler.java:52)',
  ...`Caused by: ${text}`.split('\n'),
  `\tat com.acme.rotation.RotationHandler.${step}(RotationHandler.java:97)`,
  '\t... 4 more',
  ...ENDED,
];

const json = (text: string, step: string) =>
  [
    { time: TIME, type: 'platform.start', record: { requestId: ID, version: '$LATEST' } },
    { timestamp: TIME, level: 'INFO', message: 'rotation event', requestId: ID, event: event(step) },
    {
      timestamp: TIME,
      log_level: 'ERROR',
      errorMessage: text,
      errorType: 'RotationError',
      requestId: ID,
      stackTrace: [`  File "/var/task/app.py", line 9, in ${snake(step)}\n    apply()\n`],
    },
    {
      time: TIME,
      type: 'platform.report',
      record: {
        requestId: ID,
        metrics: { durationMs: 640.2, memorySizeMB: 128, maxMemoryUsedMB: 60 },
        status: 'error',
      },
    },
  ].map((line) => JSON.stringify(line));

const powertools = (text: string, step: string) => [
  START,
  JSON.stringify({
    level: 'INFO',
    location: 'handler:30',
    message: `starting ${step}`,
    function_request_id: ID,
    service: 'rotator',
  }),
  JSON.stringify({
    level: 'ERROR',
    location: `${snake(step)}:77`,
    message: 'rotation step failed',
    function_request_id: ID,
    service: 'rotator',
    exception: `Traceback (most recent call last):\n  File "/var/task/app.py", line 70, in ${snake(step)}\n${text}`,
    exception_name: 'X',
  }),
  '[ERROR] RotationError: rotation failed',
  ...ENDED,
];

const go = (text: string, step: string) => [
  START,
  `2026/10/01 00:50:11 step=${step} secret=${ARN}`,
  `2026/10/01 00:50:11 rotation failed: ${text.replaceAll('\n', ' ')}`,
  JSON.stringify({ errorMessage: text, errorType: 'wrapError' }),
  ...ENDED,
];

/** Each way, by its name: from a message and a step to the lines of a log. */
export const FRAMES: Readonly<Record<string, (text: string, step: string) => string[]>> = {
  python,
  node,
  java,
  json,
  powertools,
  go,
};
