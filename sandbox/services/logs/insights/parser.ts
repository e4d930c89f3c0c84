import { type Token, tokensOf, unexpected } from './tokens.ts';

/** Reads the pieces of a query from left to right. */
export class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];
  readonly query: string;
  /** `start` is where the caller's own text begins; positions are counted from the very beginning. */
  constructor(query: string, start: number) {
    this.query = query;
    this.tokens = tokensOf(query, start);
  }

  peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  /** Steps over a symbol or a word, words in any case. */
  take(value: string): boolean {
    const token = this.peek();
    const fits = token.kind === 'symbol' || token.kind === 'word';
    if (!fits || token.value.toLowerCase() !== value) return false;
    this.at += 1;
    return true;
  }

  expect(value: string): void {
    if (!this.take(value)) throw this.unexpected();
  }

  /** The next piece if it is of this kind, else a refusal. */
  must(...kinds: readonly Token['kind'][]): Token {
    if (!kinds.includes(this.peek().kind)) throw this.unexpected();
    return this.next();
  }

  /** The query's text from a piece up to here. */
  since(start: Token): string {
    return this.query.slice(start.at, this.tokens[this.at - 1]?.end);
  }

  /** Reads items with commas between them. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.take(',')) items.push(item());
    return items;
  }

  unexpected(token: Token = this.peek()): Error {
    return unexpected(this.query, token);
  }
}
