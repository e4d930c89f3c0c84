import { accountNumber } from '../account-number.ts';
import { regionCode } from '../region-code.ts';
import { type FieldName, fields, type Token } from './token.ts';
import { daysIn, readTag } from './token-text.ts';

/** A token in words: key, operator, value. A flag is its key alone. */
export interface Phrase {
  readonly key: string;
  readonly operator?: string;
  readonly value?: string;
}

const flags: Readonly<Record<string, readonly [is: string, not: string]>> = {
  deleted: ['Scheduled for deletion', 'Not scheduled for deletion'],
  replicated: ['Replicated', 'Not replicated'],
};

/** What a token asks, as it is written on it and said of it. */
export function phraseOf({ field, not, values }: Token): Phrase {
  const { form, title } = fields[field];
  const value = values[0] ?? '';
  switch (form) {
    case 'flag':
      return { key: flags[field]![not ? 1 : 0] };
    case 'text': {
      const any = values.length > 1 ? ' any of' : '';
      return {
        key: title,
        operator: `${not ? 'does not contain' : 'contains'}${any}`,
        value: values.join(', '),
      };
    }
    case 'days':
      return { key: title, operator: daysOperator(field, not), value: spanOf(value) };
    case 'since': {
      const days = daysIn(value) !== undefined;
      return {
        key: title,
        operator: `${not ? 'not ' : ''}${days ? 'in the last' : 'since'}`,
        value: spanOf(value),
      };
    }
    case 'tag':
      return tagPhrase(values, not);
    case 'choice':
      return {
        key: title,
        operator: among(values, not),
        value: values.map((each) => valueWords(field, each)).join(', '),
      };
  }
}

/** The same as one sentence. */
export function phraseText(token: Token): string {
  const { key, operator, value } = phraseOf(token);
  return [key, operator, value].filter((part) => part !== undefined).join(' ');
}

/** One value as it is read: a region by its short code, an ARN of a key by its end. */
export function valueWords(field: FieldName, value: string): string {
  if (value === '') return 'none';
  switch (field) {
    case 'region':
      return regionCode(value);
    case 'account':
      return accountNumber(value);
    case 'rotation':
      return value === 'pending' ? 'AWSPENDING left' : value;
    case 'key':
      return value.startsWith('arn:') ? value.slice(value.lastIndexOf(':') + 1) : value;
    case 'tag': {
      const tag = readTag(value);
      return tag === undefined || tag.value === undefined ? (tag?.key ?? value) : `${tag.key}=${tag.value}`;
    }
    default:
      return value;
  }
}

function tagPhrase(values: readonly string[], not: boolean): Phrase {
  const tags = values.flatMap((value) => readTag(value) ?? []);
  const key = tags[0]?.key ?? '';
  if (tags.some((tag) => tag.key !== key || tag.value === undefined) && tags.length > 1) {
    return {
      key: 'Tag',
      operator: among(values, not),
      value: values.map((each) => valueWords('tag', each)).join(', '),
    };
  }
  if (tags[0]?.value === undefined) return { key: `Tag ${key}`, operator: not ? 'is not set' : 'is set' };
  return {
    key: `Tag ${key}`,
    operator: among(values, not),
    value: tags.map(({ value }) => value || '""').join(', '),
  };
}

const among = (values: readonly string[], not: boolean) =>
  values.length > 1 ? (not ? 'none of' : 'any of') : not ? 'is not' : 'is';

function daysOperator(field: FieldName, not: boolean): string {
  if (field === 'rotates') return not ? 'not within' : 'within';
  return not ? 'not for' : 'for';
}

const spanOf = (value: string) => {
  const days = daysIn(value);
  return days === undefined ? value : `${days} d`;
};
