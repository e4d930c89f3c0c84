import type { Finding } from './clue.ts';
import type { Block } from './log/block.ts';

// Python prints what came first at the top, Java, Node and .NET at the bottom.
const LINK =
  /During handling of the above exception|The above exception was the direct cause|^\s{0,40}Caused by:|\[cause\]: ?| ---> |^\s{0,40}Suppressed:/gm;
// Failures a function expects and goes on from: no pending version yet, a first try with other credentials or TLS.
const EXPECTED = new Set(['stage-mismatch', 'database-login-rejected', 'tls-failed', 'admin-secret-missing']);

/** How an exception's place in a chain changes the weight of what it says: the root counts, not what followed. */
export function chainShift(finding: Finding, all: readonly Finding[]): number {
  const links = linksOf(finding.block);
  if (links.length === 0) return 0;
  const mine = positionOf(finding.block, finding.line, finding.from);
  const later = links.filter(({ at }) => at > mine);
  const earlier = links.length - later.length;
  if (later.some(({ python }) => python)) {
    const handling = later.some(({ word }) => word.startsWith('During'));
    const overtaken =
      handling &&
      EXPECTED.has(finding.cause) &&
      all.some(
        (other) =>
          other.block === finding.block &&
          other.cause !== finding.cause &&
          other.weight >= 70 &&
          positionOf(other.block, other.line, other.from) > later[0]!.at,
      );
    return overtaken ? -30 : 6;
  }
  return links.some(({ python }) => python) ? 0 : Math.min(earlier, 4) * 2;
}

interface Link {
  readonly at: number;
  readonly word: string;
  readonly python: boolean;
}

const known = new WeakMap<Block, readonly Link[]>();

function linksOf(block: Block): readonly Link[] {
  const before = known.get(block);
  if (before) return before;
  const links = block.lines.flatMap((line, index) =>
    [...line.text.matchAll(LINK)].map((found) => ({
      at: index * LINE + found.index,
      word: found[0].trim(),
      python: /^(?:During|The above)/.test(found[0]),
    })),
  );
  known.set(block, links);
  return links;
}

// Lines are clipped below this.
const LINE = 10_000;
const positionOf = (block: Block, line: Finding['line'], from: number) =>
  block.lines.indexOf(line) * LINE + from;
