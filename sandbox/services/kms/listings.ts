import { AwsError, type Operation } from '../../operation.ts';
import { readInput, text, whole } from '../secretsmanager/fields.ts';
import { present, seconds } from '../secretsmanager/wire.ts';
import { findKey, homeOf } from './find-key.ts';
import { kmsArn, readOwnKeyId } from './key-id.ts';
import { MANAGED_ALIAS } from './make-key.ts';
import { marker } from './members.ts';
import { type Alias, keysIn } from './state.ts';

const limit = whole({ min: 1, max: 1000 });

/** ListKeys: https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html */
export const listKeys: Operation = (input, call) => {
  const read = readInput(input, { Limit: limit, Marker: marker });
  call.authorize({ action: 'kms:ListKeys', resource: '*' });
  const { keys } = keysIn(call.state.kms, call.principal.account, call.region);
  const page = pageOf([...keys.values()], (key) => key.id, read.Limit ?? 100, read.Marker);
  return { Keys: page.items.map((key) => ({ KeyId: key.id, KeyArn: key.arn })), ...page.end };
};

/** ListAliases: https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html */
export const listAliases: Operation = (input, call) => {
  const read = readInput(input, {
    KeyId: text({ min: 1, max: 2048 }),
    Limit: whole({ min: 1, max: 100 }),
    Marker: marker,
  });
  call.authorize({ action: 'kms:ListAliases', resource: '*' });
  const { aliases } = keysIn(call.state.kms, call.principal.account, call.region);
  let found: readonly (Alias | Predefined)[] = [...aliases.values()];
  if (read.KeyId !== undefined) {
    readOwnKeyId(homeOf(call), read.KeyId);
    const { id } = findKey(call, homeOf(call), read.KeyId);
    found = found.filter(({ keyId }) => keyId === id);
  } else if (!aliases.has(MANAGED_ALIAS)) {
    // AWS lists the names it reserves also before they have a key.
    const arn = kmsArn(call.principal.account, call.region, MANAGED_ALIAS);
    found = [...found, { name: MANAGED_ALIAS, arn, keyId: undefined }];
  }
  const page = pageOf(found, ({ name }) => name, read.Limit ?? 50, read.Marker);
  return { Aliases: page.items.map(entryOf), ...page.end };
};

/** An alias AWS reserves for a key it has not made yet. */
interface Predefined {
  readonly name: string;
  readonly arn: string;
  readonly keyId: undefined;
}

function entryOf(alias: Alias | Predefined) {
  return present({
    AliasName: alias.name,
    AliasArn: alias.arn,
    TargetKeyId: alias.keyId,
    CreationDate: 'createdDate' in alias ? seconds(alias.createdDate) : undefined,
    LastUpdatedDate: 'updatedDate' in alias ? seconds(alias.updatedDate) : undefined,
  });
}

/** One page in the order of `nameOf`; a marker holds its place while entries come and go. */
function pageOf<T>(all: readonly T[], nameOf: (item: T) => string, size: number, after: string | undefined) {
  const last = after === undefined ? undefined : readMarker(after);
  const rest = all
    .filter((item) => last === undefined || nameOf(item) > last)
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const items = rest.slice(0, size);
  const next = rest.length > size ? items.at(-1) : undefined;
  return {
    items,
    end: next
      ? { NextMarker: Buffer.from(`after:${nameOf(next)}`).toString('base64'), Truncated: true }
      : { Truncated: false },
  };
}

function readMarker(token: string): string {
  const text = Buffer.from(token, 'base64').toString();
  if (text.startsWith('after:')) return text.slice('after:'.length);
  // The code is documented, the sentence is not recorded.
  throw new AwsError('InvalidMarkerException', 'The marker is not valid.');
}
