/** What a case may refer to: a fresh secret with two versions, the second one current. */
export interface Subject {
  readonly SecretId: string;
  readonly first: string;
  readonly second: string;
}

/** The input of a call; its members are AWS's. */
export type Input = Readonly<Record<string, unknown>>;

/** An input that AWS refuses, by which code, and in which words as far as they are known. */
export type Bad = readonly [input: Input, code: string, message: RegExp];

/** One operation: an input it accepts, and several it refuses. */
export interface Case {
  readonly good: Input;
  /** Makes the secret ready for the good call: another operation, and its input. */
  readonly before?: readonly [operation: string, input: Input];
  /** Where the good call is made, once the preparation has been replicated there. */
  readonly region?: string;
  readonly bad: readonly Bad[];
}

/** A secret that does not exist. */
export const missing: Bad = [
  { SecretId: 'in/nowhere' },
  'ResourceNotFoundException',
  /can't find the specified secret\.$/,
];
const illegal: Bad = [
  { SecretId: 'two words' },
  'ValidationException',
  /^Invalid name\. Must be a valid name/,
];
/** A name longer than any. */
export const long: Bad = [
  { SecretId: 'a'.repeat(2049) },
  'ValidationException',
  /at 'secretId' failed to satisfy constraint: Member must have length less than or equal to 2048$/,
];
/** What an operation with these further members says to a secret that is not there, not named, too long. */
export const named = (more: Input = {}): readonly Bad[] =>
  [missing, illegal, long].map(([input, code, message]): Bad => [{ ...more, ...input }, code, message]);
