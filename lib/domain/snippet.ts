/** Which secret, where, and what of it. */
export interface SnippetSubject {
  readonly arn: string;
  readonly region: string;
}

/** Code that reads a secret, in one language. */
export interface Snippet {
  readonly language: string;
  /** What has to be installed first; empty where nothing has. */
  readonly install: string;
  readonly code: string;
  /** The AWS page it is written after. */
  readonly page: string;
}

/** A text as a string literal of C's many heirs: double quotes, backslashes escaped. */
export const quoted = (text: string) => JSON.stringify(text);
