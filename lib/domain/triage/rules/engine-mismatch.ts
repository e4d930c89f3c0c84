import type { Rule } from '../clue.ts';

export const engineMismatch: Rule = {
  cause: 'engine-mismatch',
  clues: [
    {
      sign: /Database engine must be set to/i,
      weight: 97,
      says: 'The function is for another engine than the secret names',
    },
    {
      sign: /\b(?:un(?:supported|known|expected|recogni[sz]ed)|invalid|wrong) (?:database |db )?(?:engine|dialect|db[_ ]?type|database type)\b|\b(?:engine|database type|dialect)\b[^\n]{0,50}\b(?:is |are )?(?:not supported|unsupported|unknown|not recogni[sz]ed|mismatch\w*|does not match|not implemented|not (?:a )?valid|must be)\b|\bengine mismatch\b|\bexpected (?:database )?engine\b|\b(?:no|cannot find) (?:rotat\w{1,8}|handler|driver|strategy|adapter|implementation) (?:found |available |registered )?for (?:database )?engine\b/i,
      weight: 90,
      says: 'The function does not serve the engine the secret names',
    },
    {
      sign: /(?:only|lambda|function|rotator|template)[^\n]{0,60}(?:supports?|handles?|works? (?:only )?with|is for) (?:only )?(?:the )?(?:engine |)['"]?(?:mysql|postgres\w{0,3}|mariadb|oracle|sqlserver|mongo\w{0,2}|redshift|db2)['"]?[^\n]{0,80}(?:engine|got|but|found)/i,
      weight: 84,
      says: 'The function serves another engine',
    },
  ],
};
