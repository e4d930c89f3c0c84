import type { ViewPath } from '@/lib/contract/view-paths';
import { viewPath } from './paths';
import { ask } from './request';

/** Reads a view that answers one value. */
export async function readView<Answer>(
  view: ViewPath<Answer>,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<Answer> {
  return (await ask(viewPath(view.path, query), { signal })).json();
}

/** Reads a view whose question does not fit into an address, and that answers one value. */
export async function askView<Answer>(
  view: ViewPath<Answer>,
  question: object,
  signal: AbortSignal,
): Promise<Answer> {
  return (await ask(view.path, posted(question, signal))).json();
}

/** Reads a streamed view line by line. */
export async function* readLines<Line>(
  view: ViewPath<Line>,
  query: Record<string, string>,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  yield* linesOf(await ask(viewPath(view.path, query), { signal }));
}

/** Reads a streamed view whose question does not fit into an address. */
export async function* readListed<Line>(
  view: ViewPath<Line>,
  question: object,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  yield* linesOf(await ask(view.path, posted(question, signal)));
}

const posted = (question: object, signal: AbortSignal) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(question),
  signal,
});

async function* linesOf(response: Response) {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}
