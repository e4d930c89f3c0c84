import 'server-only';

// A browser keeps 4,096 bytes of a cookie, name and attributes among them, and dozens of cookies of a host.
const PIECE = 3_600;
const MOST_PIECES = 6;

/** A text too long for one cookie, in pieces; those it does not need are emptied, so that no old piece is left. */
export function toPieces(name: string, text: string): { name: string; value: string }[] {
  if (text.length > PIECE * MOST_PIECES) throw new Error('A sign-in does not fit into its cookies.');
  return Array.from({ length: MOST_PIECES }, (_, at) => ({
    name: `${name}.${at}`,
    value: text.slice(at * PIECE, (at + 1) * PIECE),
  }));
}

/** The text again; undefined where its first piece is missing. */
export function fromPieces(name: string, cookie: (name: string) => string | undefined): string | undefined {
  const pieces: string[] = [];
  for (let at = 0; at < MOST_PIECES; at += 1) {
    const piece = cookie(`${name}.${at}`);
    if (!piece) break;
    pieces.push(piece);
  }
  return pieces.length > 0 ? pieces.join('') : undefined;
}
