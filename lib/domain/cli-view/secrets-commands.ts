import type { FoldedSecret } from '../fold.ts';
import { previousOf } from '../previous-of.ts';
import { describeCall, labelMoveCall } from '../secret-calls.ts';
import type { CliCommand, CliGroup, Listing, SecretsView } from './cli-view.ts';
import { listingGroup } from './past-groups.ts';
import { made } from './read-calls.ts';

/** So many of the selected are written out; the bar below the table copies them all. */
const MOST = 20;

/** What the table was read with, and what may be asked of the rows it is about. Reads come first. */
export function secretsCommands({ focused, selected }: SecretsView, listing: Listing): CliGroup[] {
  const some = selected.slice(0, MOST);
  const more = selected.length - some.length;
  return [
    ...(focused
      ? [
          {
            title: 'The row',
            note: 'DescribeSecret is fresher than the listing the row was drawn from.',
            commands: [described(focused)],
          },
          ...backOf(focused),
        ]
      : []),
    {
      title: 'Selected secrets',
      ...(more > 0
        ? { note: `${more} more are not written here; the bar below the table copies them all.` }
        : {}),
      commands: some.map(described),
    },
    listingGroup('What this table was read with', listing),
  ];
}

const described = ({ shown }: FoldedSecret): CliCommand => made(describeCall(shown.region, shown.arn));

function backOf(secret: FoldedSecret): CliGroup[] {
  const to = previousOf(secret);
  const from = secret.shown.holders.AWSCURRENT;
  if (!to || !from) return [];
  const { arn, region } = secret.shown;
  const move = {
    SecretId: arn,
    VersionStage: 'AWSCURRENT',
    RemoveFromVersionId: from,
    MoveToVersionId: to,
  };
  return [
    {
      title: 'Roll back the row',
      note: 'By the listing, which may be five minutes old; AWS refuses it if AWSCURRENT has moved since. The review here reads again first.',
      changes: true,
      commands: [made(labelMoveCall(region, move))],
    },
  ];
}
