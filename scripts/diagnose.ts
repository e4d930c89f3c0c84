import { diagnose } from '../lib/domain/triage/diagnose.ts';
import { evidenceFrom } from '../lib/domain/triage/evidence.ts';

// `npm run -s diagnose < evidence.jsonl`: evidence of one attempt a line in, its diagnosis a line out.

/** The answer to one line of input. What is not JSON is not repeated: it may hold a secret. */
function answerTo(line: string): { readonly answer: object; readonly readable: boolean } {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { answer: { id: null, error: 'This line is not JSON.' }, readable: false };
  }
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : null;
  const [first, ...others] = diagnose(evidenceFrom(given));
  return {
    answer: {
      id,
      cause: first?.cause ?? null,
      step: first?.step ?? null,
      certainty: first?.certainty ?? null,
      proofs: first?.proofs ?? [],
      others: others.map(({ cause, certainty }) => ({ cause, certainty })),
    },
    readable: true,
  };
}

/** The lines of the input as they come. A JSON text may hold every separator but the line feed, so only that counts. */
async function* inputLines(): AsyncGenerator<string> {
  let pieces: string[] = [];
  for await (const chunk of process.stdin.setEncoding('utf8') as AsyncIterable<string>) {
    const parts = chunk.split('\n');
    for (const part of parts.slice(0, -1)) {
      yield [...pieces, part].join('');
      pieces = [];
    }
    pieces.push(parts.at(-1) ?? '');
  }
  const rest = pieces.join('');
  if (rest !== '') yield rest;
}

/** Waits until the reader has taken what was written: input of any size passes through. */
const written = (text: string) =>
  new Promise<void>((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });

process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  // Whoever reads has had enough: `| head`.
  process.exit(cause.code === 'EPIPE' ? 0 : 1);
});

for await (const line of inputLines()) {
  const { answer, readable } = answerTo(line.replace(/^\uFEFF/, ''));
  if (!readable) process.exitCode = 2;
  await written(`${JSON.stringify(answer)}\n`);
}
