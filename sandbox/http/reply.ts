/** An HTTP answer, complete before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An HTTP request whose body has arrived. */
export interface Incoming {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: URL;
  /** Lower-case names; a repeated header is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The address the connection comes from. */
  readonly sourceIp: string;
}
