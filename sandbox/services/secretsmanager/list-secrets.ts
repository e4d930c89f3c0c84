import type { Operation } from '../../operation.ts';
import { metadataOf, stagesOf } from './describe-secret.ts';
import { flag, oneOf, readInput, text, whole } from './fields.ts';
import { filters, passes, wholeFilters } from './filters.ts';
import { listedSecrets } from './lookup.ts';
import { compareCursors, fromToken, questionOf, toToken } from './pages.ts';
import type { Secret } from './state.ts';
import { present } from './wire.ts';

const SORTS = ['created-date', 'last-accessed-date', 'last-changed-date', 'name'] as const;
const PAGE = 100;

/** How many secrets one page looks at: where few pass the filters it is short, or empty, and goes on. */
const LOOKED_AT = 1000;

/** ListSecrets: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html */
export const listSecrets: Operation = (input, call) => {
  const read = readInput(input, {
    IncludePlannedDeletion: flag(),
    MaxResults: whole({ min: 1, max: 100 }),
    NextToken: text({ min: 1, max: 4096 }),
    Filters: filters,
    SortOrder: oneOf(['asc', 'desc']),
    SortBy: oneOf(SORTS),
  });
  const asked = wholeFilters(read.Filters);
  call.authorize({ action: 'secretsmanager:ListSecrets', resource: '*' });

  const question = questionOf(call, [read.IncludePlannedDeletion, asked, read.SortOrder, read.SortBy]);
  const after = fromToken(question, read.NextToken);
  const direction = read.SortOrder === 'desc' ? -1 : 1;
  const cursorOf = (secret: Secret) => ({ key: sortKey(secret, read.SortBy), sequence: secret.sequence });
  const entries = listedSecrets(call)
    .filter((secret) => read.IncludePlannedDeletion || !secret.deletionDue)
    .filter((secret) => !after || direction * compareCursors(cursorOf(secret), after) > 0)
    .sort((one, other) => direction * compareCursors(cursorOf(one), cursorOf(other)));

  const looked = entries.slice(0, LOOKED_AT);
  const found = looked.filter((secret) => passes(secret, asked));
  const size = read.MaxResults ?? PAGE;
  const page = found.slice(0, size);
  // The place to go on from: behind the last one shown, or the last one looked at.
  const rest = found.length > size ? page : entries.length > looked.length ? looked : [];
  const last = rest.at(-1);
  return present({
    SecretList: page.map((secret) =>
      present({ ...metadataOf(secret), SecretVersionsToStages: stagesOf(secret) }),
    ),
    NextToken: last && toToken(question, cursorOf(last)),
  });
};

function sortKey(secret: Secret, sort: (typeof SORTS)[number] | undefined): string | number {
  switch (sort) {
    case 'name':
      return secret.name;
    case 'last-accessed-date':
      return secret.lastAccessedDate?.getTime() ?? 0;
    case 'last-changed-date':
      return secret.content.changedDate.getTime();
    default:
      return secret.createdDate.getTime();
  }
}
