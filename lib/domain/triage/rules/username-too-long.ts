import type { Rule } from '../clue.ts';

export const usernameTooLong: Rule = {
  cause: 'username-too-long',
  clues: [
    {
      sign: /username length with _clone appended would exceed|Unable to clone user,? username/i,
      weight: 97,
      says: 'The name of the user has no room for _clone',
    },
    {
      sign: /String '[^']{1,200}' is too long for (?:user|host) name|ER_WRONG_STRING_LENGTH|\(1470\b/i,
      weight: 94,
      says: 'MySQL takes no user name of this length',
    },
    {
      sign: /ORA-00972\b|identifier is too long|The identifier that starts with '[^']{1,200}' is too long/i,
      weight: 90,
      says: 'The name is longer than the engine takes',
      unless: /will be truncated/i,
    },
    {
      sign: /\b(?:user ?name|login|clone(?:d)? (?:user|name))\b[^\n]{0,60}\b(?:too long|exceeds?|longer than|maximum (?:length )?(?:of|is)|at most|(?:max(?:imum)?|length) limit)/i,
      weight: 88,
      says: 'The name of the user is too long',
    },
    {
      sign: /Data too long for column '[Uu]ser'|role name[^\n]{0,60}(?:too long|exceeds)/i,
      weight: 86,
      says: 'The name of the user is too long',
    },
  ],
};
