/** A policy that IAM would not take; `message` says why in IAM's words, where they are recorded. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}
