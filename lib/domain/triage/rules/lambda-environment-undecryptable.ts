import type { Rule } from '../clue.ts';

// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
export const lambdaEnvironmentUndecryptable: Rule = {
  cause: 'lambda-environment-undecryptable',
  clues: [
    {
      sign: /(?:unable|failed|not able|could not|cannot) (?:to )?(?:decrypt|configure)[^\n]{0,20}\benvironment variables?|decrypt[^\n]{0,40}\benvironment variables?\b|environment variables?[^\n]{0,60}(?:could not be|cannot be|can't be|failed to) decrypt/i,
      weight: 98,
      says: "Lambda could not decrypt the function's environment variables",
      unless: /4 ?KB limit/,
    },
    {
      sign: /\bKMS(?:AccessDenied|Disabled|NotFound)Exception\b/,
      weight: 92,
      says: "Lambda could not use the key of the function's environment variables",
      unless: /when calling the|operation error|secretsmanager:/i,
    },
  ],
};
