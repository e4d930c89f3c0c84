import type { Rule } from '../clue.ts';

export const rotationNotEnabled: Rule = {
  cause: 'rotation-not-enabled',
  clues: [
    {
      sign: /is not enabled for rotation|rotation is (?:not enabled|disabled|turned off|switched off|off) (?:for|on)|rotation (?:is )?not (?:enabled|configured) (?:for|on)|rotation (?:has been |was )?(?:cancel\w+|disabled|turned off)|RotationEnabled['"]?\W{1,4}false\b[^\n]{0,60}(?:abort|skip|stop|cannot)/i,
      weight: 95,
      says: 'Rotation is switched off for the secret',
    },
    {
      sign: /No Lambda rotation function ARN is associated/i,
      weight: 94,
      says: 'The secret has no rotation function',
    },
    {
      sign: /because it was (?:marked for deletion|deleted)|marked for deletion|currently marked deleted/i,
      weight: 64,
      says: 'The secret is scheduled for deletion and does not rotate',
    },
  ],
};
