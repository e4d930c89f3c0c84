import type { Rule } from '../clue.ts';

export const lambdaNotInvocable: Rule = {
  cause: 'lambda-not-invocable',
  clues: [
    {
      sign: /cannot invoke the specified Lambda function|can['’]t invoke (?:the )?(?:specified )?(?:Lambda|rotation) function/i,
      weight: 97,
      says: 'Secrets Manager may not invoke the function',
    },
    {
      sign: /not authorized to perform: lambda:InvokeFunction|lambda:InvokeFunction[^\n]{0,80}(?:denied|not allowed)|grants access to the principal secretsmanager\.amazonaws\.com/i,
      weight: 95,
      says: 'Secrets Manager may not invoke the function',
    },
    {
      sign: /function is (?:currently )?in the following state: (?:Failed|Inactive|Pending)|ResourceNotReadyException|function (?:state )?is (?:Failed|Inactive)|CodeArtifactUserDeletedException|ImageDeleted|ImageAccessDenied|role defined for the function cannot be assumed by Lambda|InvalidRuntimeException|unable to assume (?:the )?(?:role|execution role)[^\n]{0,40}lambda/i,
      weight: 90,
      says: 'The function is in a state in which it cannot run',
    },
  ],
};
