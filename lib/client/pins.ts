import { noteKept } from './has-kept';
import { createKept, useKept } from './kept';

/** A secret an operator keeps at hand. */
export interface Pin {
  readonly arn: string;
  readonly name: string;
}

/** So many stand in a sidebar without pushing everything else out. */
const MOST = 20;

const isPin = (found: unknown): found is Pin =>
  typeof found === 'object' &&
  found !== null &&
  'arn' in found &&
  'name' in found &&
  typeof found.arn === 'string' &&
  typeof found.name === 'string';

const pins = createKept<readonly Pin[]>('pins', (found) =>
  Array.isArray(found) ? found.filter(isPin).slice(0, MOST) : [],
);

/** The pinned secrets of a scope, the latest first, and how to pin one or to take its pin away. */
export function usePins(scope: string): [readonly Pin[], (pin: Pin) => void] {
  const [pinned, write] = useKept(pins, scope);
  const toggle = (pin: Pin) => {
    const others = pinned.filter(({ arn }) => arn !== pin.arn);
    const next = others.length < pinned.length ? others : [pin, ...others].slice(0, MOST);
    write(next);
    noteKept('pins', scope, next.length > 0);
  };
  return [pinned, toggle];
}
