import type { Rule } from '../clue.ts';

// Versions and labels are not as the attempt left them: another writer, or a token that was not handed on.
export const stageMismatch: Rule = {
  cause: 'stage-mismatch',
  clues: [
    {
      sign: /has no stage for rotation|not set as AWSPENDING for rotation|not (?:staged|labell?ed|marked) (?:as|with) AWSPENDING|no (?:version )?stages? for (?:rotation|version|token)/i,
      weight: 96,
      says: 'The version of this attempt does not carry AWSPENDING',
    },
    {
      sign: /Attempting to modify user (?:for host )?/i,
      weight: 95,
      says: 'The user or host was edited between the versions',
    },
    {
      sign: /was not created by Lambda/i,
      weight: 96,
      says: 'The pending version was made by somebody else than the function',
    },
    {
      sign: /You can['’]t use ClientRequestToken|already in use for a version|(?:version|ClientRequestToken|token)[^\n]{0,60}already exists/i,
      weight: 92,
      says: 'The version of this attempt exists already with another value',
    },
    {
      sign: /VersionStage that is not associated to the provided VersionId|parameter RemoveFromVersionId can['’]t be empty|if you specify RemoveFromVersionId|must explicitly reference that version|Not a valid version:|can only move staging label|staging label AWS\w{4,10} is currently attached/i,
      weight: 93,
      says: 'A label is on another version than the function believed',
    },
    {
      sign: /can['’]t find the specified secret value for (?:staging label: AWS(?:PENDING|PREVIOUS|CURRENT)|VersionId)/i,
      weight: 72,
      says: 'There is no version with this label or id',
    },
    {
      sign: /\b(?:version|token|stage|label|AWSPENDING|AWSCURRENT)\b[^\n]{0,60}\b(?:does not match|mismatch\w*|not (?:staged|attached|associated|found in VersionIdsToStages)|out of sync|was (?:moved|removed|changed|replaced))\b|\bKeyError: ['"](?:AWSPENDING|AWSCURRENT|[0-9a-f]{8}-)|\bno (?:AWSPENDING|pending) (?:version|secret|label)\b[^\n]{0,40}(?:found|exists|available)?/i,
      weight: 76,
      says: 'Versions and labels are not as the attempt expects',
      unless: /creating|will (?:be )?creat|generat|password/i,
    },
    {
      sign: /\bpending (?:version|secret|value)\b[^\n]{0,50}\b(?:not found|missing|does not exist|disappeared|vanished|gone|is empty)\b/i,
      weight: 76,
      says: 'The pending version is gone',
    },
    {
      sign: /RotationAbandoned/,
      weight: 90,
      says: 'A new value was written by hand while the rotation was open',
    },
  ],
};
