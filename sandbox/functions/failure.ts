/** An exception nobody in the function catches: its class, its words, and where it was raised. */
export class Raised extends Error {
  override readonly name = 'Raised';
  readonly type: string;
  /** The functions on the stack, the outermost first, each with its line. */
  readonly frames: readonly (readonly [place: string, line: number])[];
  constructor(type: string, message: string, frames: readonly (readonly [string, number])[] = []) {
    super(message);
    this.type = type;
    this.frames = frames;
  }
}

/** An AWS call that failed, before a language makes an exception of it. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: 'refused' | 'unreachable';
  readonly code: string;
  readonly operation: string;
  /** How often the SDK tried once more. */
  readonly retries: number;
  readonly service: string;
  constructor(
    message: string,
    told: Pick<CallFailed, 'kind' | 'code' | 'operation' | 'retries' | 'service'>,
  ) {
    super(message);
    this.kind = told.kind;
    this.code = told.code;
    this.operation = told.operation;
    this.retries = told.retries;
    this.service = told.service;
  }
}
