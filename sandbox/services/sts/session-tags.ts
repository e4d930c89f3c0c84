import { AwsError, type Principal } from '../../operation.ts';

/** The tags a session will have, and those of them that pass on to the sessions taken from it. */
export interface SessionTags {
  readonly tags: ReadonlyMap<string, string>;
  readonly transitive: ReadonlyMap<string, string>;
}

/** The members of AssumeRole that say so. */
interface Asked {
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[] | undefined;
  readonly TransitiveTagKeys: readonly string[] | undefined;
}

/**
 * Works out a session's tags, or refuses them in AWS's own words. Keys are told apart without regard to case,
 * and what a session has inherited nobody may set anew.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function sessionTags(
  { session }: Principal,
  { Tags = [], TransitiveTagKeys = [] }: Asked,
): SessionTags {
  const own = new Map(Tags.map(({ Key, Value }) => [Key.toLowerCase(), { Key, Value }]));
  if (own.size < Tags.length) {
    throw invalidValue('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  const inherited = session?.transitive ?? new Map<string, string>();
  if ([...inherited.keys()].some((key) => own.has(key.toLowerCase()))) {
    throw invalidValue(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  }
  const passedOn = TransitiveTagKeys.map((key) => own.get(key.toLowerCase()));
  if (passedOn.includes(undefined)) {
    throw invalidValue('The specified transitive tag key must be included in the requested tags.');
  }
  const pairs = (given: typeof passedOn) =>
    given.flatMap((tag) => (tag ? [[tag.Key, tag.Value] as const] : []));
  return {
    tags: new Map([...inherited, ...pairs([...own.values()])]),
    transitive: new Map([...inherited, ...pairs(passedOn)]),
  };
}

const invalidValue = (message: string) => new AwsError('InvalidParameterValue', message);
