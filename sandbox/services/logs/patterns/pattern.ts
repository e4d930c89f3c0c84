import { invalidParameter } from '../errors.ts';
import { parseColumns } from './columns.ts';
import { parseJsonPattern } from './json.ts';
import { parseTerms } from './terms.ts';

/**
 * What a filter pattern asks of a message; an empty one asks nothing. Throws InvalidParameterException.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function compilePattern(pattern: string): (message: string) => boolean {
  const text = pattern.trim();
  if (text.startsWith('{')) {
    if (!text.endsWith('}'))
      throw invalidParameter("If a filter pattern starts with '{' it must end with '}'");
    return parseJsonPattern(text);
  }
  return text.startsWith('[') ? parseColumns(text) : parseTerms(text);
}
