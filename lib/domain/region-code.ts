// Compound directions first: `northeast` is one word to AWS and two letters in the code.
const letters: Readonly<Record<string, string>> = {
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  isob: 'ib',
  isoe: 'ie',
  isof: 'if',
};

/** The short name operators use for a region: `us-east-1` is `use1`, `us-gov-west-1` is `usgw1`. */
export function regionCode(region: string): string {
  const [area = '', ...rest] = region.split('-');
  return rest.reduce((code, word) => {
    if (/^\d+$/.test(word) || word.length <= 2) return code + word;
    return code + (letters[word] ?? word.charAt(0));
  }, area);
}
