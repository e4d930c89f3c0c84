import type { Rule } from '../clue.ts';

export const throttled: Rule = {
  cause: 'throttled',
  clues: [
    {
      sign: /ThrottlingException|\bThrottling(?:Error)?\b(?=[:)' ]|$)|Throttled(?:Exception|Error)|Rate [Ee]xceeded|RequestLimitExceeded|TooManyRequests(?:Exception)?|ProvisionedThroughputExceeded|SlowDown|PriorRequestNotComplete|RequestThrottled|Too ?Many ?Requests|Request rate (?:is )?(?:too (?:large|high)|limit)|rate[- ]?limit(?:ed|ing| exceeded| reached)|\bquota exceeded\b|retry quota exceeded/i,
      weight: 87,
      says: 'A limit on calls was reached',
      unless: /EC2ThrottledException/,
    },
    {
      sign: /LimitExceededException|maximum number of (?:secret )?versions/i,
      weight: 86,
      says: 'A quota is used up',
      // A quota of the service that is changed is that service's refusal.
      unless:
        /ENILimit|SubnetIP|network interface|when calling the (?!\w{0,12}SecretValue|\w{0,8}Secret\b|UpdateSecret)/i,
    },
    {
      sign: /(?:status(?: ?code)?|HTTP(?:\/[\d.]{1,3})?(?: Error)?|response(?: code)?)["']?[^\w\n]{0,4}429\b|\b429 (?:Client Error|Too Many)|\(429\)/i,
      weight: 88,
      says: 'The target answered 429, too many requests',
    },
    {
      sign: /ReservedFunctionConcurrentInvocationLimitExceeded|ConcurrentInvocationLimitExceeded|reserved concurren\w{1,3}[^\n]{0,60}(?:0|exceed|limit|zero)|concurrency limit/i,
      weight: 93,
      says: 'The function had no concurrency left',
    },
  ],
};
