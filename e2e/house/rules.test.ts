import { describe, expect, test } from 'vitest';
import { codeOf, importsOf, isTest, type Source, sourcesIn } from './sources.ts';

/** What a file does against a rule: the words that break it. */
type Rule = (file: Source) => string[];

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([words]) => words.trim());
const below = (...folders: string[]) => sourcesIn(...folders).filter((file) => !isTest(file));
const product = () => [
  ...below('app', 'components', 'lib'),
  ...sourcesIn().filter(({ path }) => path === 'proxy.ts'),
];
const browser = () =>
  below('app', 'components', 'lib/client').filter(({ path }) => !path.endsWith('/route.ts'));

const serverOnly: Rule = ({ text }) => (text.startsWith("import 'server-only';") ? [] : ['first line']);

const sdkAtRunTime: Rule = (file) =>
  importsOf(file).flatMap(({ from, typeOnly }) =>
    typeOnly || !/^@(aws-sdk|smithy)\//.test(from) ? [] : [from],
  );

const sdkAtAll: Rule = (file) =>
  importsOf(file).flatMap(({ from }) => (/^@(aws-sdk|smithy)\//.test(from) ? [from] : []));

// A route file is imports and doors: each line that is not indented begins or ends one of them.
const onlyDoors: Rule = ({ text }) =>
  codeOf(text)
    .replace(/^import [^;]+;$/gm, '')
    .split('\n')
    .filter((line) => /^[^\s)}]/.test(line))
    .filter(
      (line) =>
        !/^export const (GET|POST) = (viewRoute|streamRoute|valueRoute|operationRoute|signInRoute|profilesRoute|identityCenterRoute|centerReturnRoute|companySsoRoute|healthRoute|readyRoute|nothingRoute)\(/.test(
          line,
        ),
    );

const anyType: Rule = ({ text }) => found(codeOf(text), /(?:[:<|&,(]|\bas|\bextends|=)\s*any\b(?!\s*[:(.])/g);

const suppression: Rule = ({ text }) => [
  ...found(text, /@ts-(?:ignore|nocheck)\b/g),
  ...found(text, /@ts-expect-error(?!:? +\w.{7,}).*/g),
  ...found(text, /biome-ignore(?!\S* lint\/\w+\/\w+: +\w.{7,}).*/g),
];

const tooLong: Rule = (file) => {
  const lines = file.text.split('\n').length - 1;
  return lines <= (isTest(file) ? 350 : 250) ? [] : [`${lines} lines`];
};

// A building block knows no subject: not what is shown in it, nor where that comes from.
const AWS_WORDS =
  /\b(aws\w*|secrets?|secretsmanager|arns?|iam|kms|lambdas?|cloudtrail|sandbox|rotations?|replicas?|rollbacks?|[a-z]{2}(-gov)?-(north|south|east|west|central)\w*-\d)\b|awscurrent|awsprevious|awspending/gi;
const awsWord: Rule = ({ text }) => found(text, AWS_WORDS);

const network: Rule = ({ text }) =>
  found(codeOf(text), /\b(?:fetch\(|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource)/g);

const markup: Rule = ({ text }) =>
  found(
    codeOf(text),
    /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\b/g,
  );

const printing: Rule = ({ text }) => found(codeOf(text), /\bconsole\s*\.\s*\w+/g);

// Legend: rule, files it holds for, ways to break it.
const rules: [name: string, rule: Rule, files: () => Source[], broken: string[]][] = [
  [
    'server rooms cannot reach the browser',
    serverOnly,
    () => below('lib/aws', 'lib/views', 'lib/server'),
    ["import { a } from 'b';\nimport 'server-only';"],
  ],
  [
    'only lib/aws meets the SDK at run time',
    sdkAtRunTime,
    () => product().filter(({ path }) => !path.startsWith('lib/aws/')),
    [
      "import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';",
      "import type { A } from 'a';\nimport {\n  B,\n  type C,\n} from '@aws-sdk/client-sts';",
      "export * from '@smithy/node-http-handler';",
      "await import('@aws-sdk/client-sts');",
    ],
  ],
  [
    'the browser does not even meet its types, but in the contract',
    sdkAtAll,
    () => [...browser(), ...below('lib/domain')],
    ["import type { Tag } from '@aws-sdk/client-secrets-manager';"],
  ],
  [
    'a route file opens doors and does nothing else',
    onlyDoors,
    () => below('app/api'),
    [
      "import { x } from 'y';\n\nexport const GET = async () => new Response();",
      'const limit = 3;\nexport const POST = operationRoute();',
      'export const DELETE = operationRoute();',
      'export const GET = viewRoute(a, b);\nexport function POST() {}',
      "export const dynamic = 'force-static';",
    ],
  ],
  [
    'nothing has the type any',
    anyType,
    () => sourcesIn(),
    [
      'const a: any = 1;',
      'f(a as any);',
      'const a: Array<any> = [];',
      'type A = B | any;',
      'type A<T = any> = T;',
      '(a: string, b: any[]) => a;',
    ],
  ],
  [
    'a suppression says why',
    suppression,
    // This file quotes them.
    () => sourcesIn().filter(({ path }) => path !== 'e2e/house/rules.test.ts'),
    [
      '// @ts-ignore: because it is easier',
      '// @ts-nocheck',
      '// @ts-expect-error',
      '// @ts-expect-error: no',
      '// biome-ignore lint/a/b',
      '// biome-ignore lint/a/b: x',
    ],
  ],
  ['a file fits into a head', tooLong, () => sourcesIn(), ['x\n'.repeat(251)]],
  [
    'building blocks hold no word of AWS',
    awsWord,
    () => sourcesIn('components/ui'),
    [
      '/** Shows a secret. */',
      "const label = 'AWSCURRENT';",
      "placeholder='us-east-1'",
      'const awsRegion = 1;',
      "title='ARN'",
    ],
  ],
  [
    'the browser asks in one place',
    network,
    () => browser().filter(({ path }) => path !== 'lib/client/request.ts'),
    ["await fetch('/api');", 'new XMLHttpRequest();', 'navigator.sendBeacon(a);'],
  ],
  [
    'no text becomes markup',
    markup,
    product,
    ['<p dangerouslySetInnerHTML={a} />', 'element.innerHTML = a;'],
  ],
  ['the console prints nothing', printing, product, ['console.log(a);', 'console\n  .error(a);']],
];

describe.each(rules)('%s', (_name, rule, files, broken) => {
  test('in this repository', () => {
    const held = files();
    expect(held.length, 'the rule holds for some files').toBeGreaterThan(0);
    const breaches = held.flatMap((file) => rule(file).map((words) => `${file.path}: ${words}`));
    expect(breaches).toEqual([]);
  });

  test.each(broken)('and would be broken by %j', (text) => {
    expect(rule({ path: 'lib/x/x.ts', text })).not.toEqual([]);
  });
});
