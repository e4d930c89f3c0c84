import { CONTROLS, RegexError } from './syntax.ts';

/** Reads a text from left to right. */
export class Reader {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The unit that comes next; none at the end. */
  peek(): string {
    return this.text[this.at] ?? '';
  }

  sees(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  /** Steps over a part if it comes next. */
  take(part: string): boolean {
    if (!this.sees(part)) return false;
    this.at += part.length;
    return true;
  }

  /** Steps over what a sticky pattern finds here. */
  takeMatch(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }

  /** The next unit, stepped over; throws RegexError at the end. */
  next(): string {
    if (this.done) throw new RegexError(this.at);
    return this.text[this.at++]!;
  }

  /** The unit an escape stands for, behind its backslash. A letter without a meaning is refused. */
  escape(): string {
    const start = this.at;
    const hex = this.takeMatch(/x([0-9A-Fa-f]{2})/y);
    if (hex) return String.fromCharCode(Number.parseInt(hex[1]!, 16));
    const unit = this.next();
    const control = CONTROLS.get(unit);
    if (control !== undefined) return control;
    if (/[A-Za-z0-9]/.test(unit)) throw new RegexError(start);
    return unit;
  }
}
