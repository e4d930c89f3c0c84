import type { Rule } from '../clue.ts';

// The target dislikes the new password itself.
export const passwordRejected: Rule = {
  cause: 'password-rejected',
  clues: [
    {
      sign: /password does not (?:satisfy|meet|conform|comply|fulfil)|ER_NOT_VALID_PASSWORD|\(1819\b|does not meet (?:the )?(?:password|complexity|length|minimum|history)[^\n]{0,60}|password[^\n]{0,60}(?:complexity|policy) (?:requirements?|violation|check)|violates? (?:the )?password (?:policy|complexity|restriction)|password ?policy ?(?:violation|check failed|not met)/i,
      weight: 92,
      says: 'The new password does not meet the password policy',
    },
    {
      sign: /Password validation failed|\b1511[4-9]\b|Password (?:is not complex|fails quality|does not pass)|fails? quality checking/i,
      weight: 92,
      says: 'The new password does not meet the password policy',
    },
    {
      sign: /ORA-(?:28003|28007|28011|20001|20002|20003|20004|20005|20006|00988|00922|00972(?=[^\n]{0,80}IDENTIFIED))\b|password verification (?:for the specified password )?failed|missing or invalid password/i,
      weight: 91,
      says: 'Oracle refused the new password',
    },
    {
      sign: /password (?:is |was )?(?:easily|too (?:short|long|simple|weak|common|similar)|must (?:be|contain|have|include|not)|should (?:be|contain|have|include)|cannot (?:be|contain)|can ?not be reused|contains? (?:invalid|illegal|unsupported|forbidden|the user)|(?:has|was) (?:already )?(?:been )?(?:previously )?used|is not (?:strong|valid|allowed)|needs? (?:at least|to))|passwords must (?:be|contain|not)|password length|pass(?:word)? ?phrase is too/i,
      weight: 86,
      says: 'The target refuses a password like this one',
      unless:
        /\bORA-01017\b|must (?:be )?(?:a string|provided|not be (?:null|empty))|Secret (?:value )?must contain|secret (?:json|string|is missing)/i,
    },
    {
      sign: /ER_CREDENTIALS_CONTRADICT_TO_HISTORY|Cannot use these credentials|contradict(?:s|ing)? (?:the )?password history|password (?:history|reuse)|(?:old|new) password can ?not be the same|Password hash should be a \d{2}-digit/i,
      weight: 88,
      says: 'The password was used before, or has the wrong form',
    },
    {
      sign: /syntax error at or near|You have an error in your SQL syntax|\(1064\b|ER_PARSE_ERROR|Incorrect syntax near|Unclosed quotation mark|ORA-(?:01756|00933|00921|00911|01740|00927)\b|unterminated quoted|quoted string not properly terminated|SQL0?104N|SQL0?010N/i,
      weight: 78,
      says: 'The statement that sets the password does not parse: characters in the password break it',
    },
    {
      sign: /0000052D\b|WILL_NOT_PERFORM|unwilling to perform|CONSTRAINT_VIOLATION|constraint violation[^\n]{0,80}password|ERROR_PASSWORD_RESTRICTION|\b0x8007052D\b/i,
      weight: 84,
      says: 'The directory refused the new password',
    },
    {
      sign: /ERR (?:The provided password hash|Error in ACL SETUSER modifier '[>#])|Invalid AuthToken|AuthToken[^\n]{0,60}(?:must|invalid|characters)/i,
      weight: 80,
      says: 'The new password has a form the target does not take',
    },
    {
      sign: /\bpassword\b[^\n]{0,60}\bcharacters?\b[^\n]{0,40}\bnot (?:allowed|permitted|supported|accepted)\b|\b(?:illegal|invalid|forbidden|unsupported|disallowed|prohibited) characters?\b[^\n]{0,40}\bpassword\b|\bpassword\b[^\n]{0,40}\b(?:illegal|invalid|forbidden|unsupported|disallowed) characters?\b|\b(?:new|generated|pending) password\b[^\n]{0,40}\b(?:rejected|refused|violates|too)\b/i,
      weight: 80,
      says: 'The target refuses a password like this one',
    },
  ],
};
