import type { Rule } from '../clue.ts';

export const lambdaMissing: Rule = {
  cause: 'lambda-missing',
  clues: [
    {
      sign: /Function not found|(?:lambda |rotation )?function[^\n]{0,160}(?:does ?n[o']t exist|could not be found|was not found|has been deleted|no longer exists)|Lambda does not exist|lambda[^\n]{0,140}:function:[^\n]{0,140}(?:not found|does not exist|ResourceNotFound)|Functions from '[^']{1,30}' are not reachable/i,
      weight: 94,
      says: 'The rotation function does not exist',
      unless: /SQL|sqlstate|42883|No function matches/i,
    },
  ],
};
