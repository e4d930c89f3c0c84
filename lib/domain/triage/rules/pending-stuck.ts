import type { Rule } from '../clue.ts';

export const pendingStuck: Rule = {
  cause: 'pending-stuck',
  clues: [
    {
      sign: /A previous rotation is ?n['’]t complete|previous rotation (?:is|was|has) not (?:yet )?(?:been )?complete/i,
      weight: 96,
      says: 'An earlier rotation is still open: AWSPENDING stands on another version than AWSCURRENT',
    },
  ],
};
