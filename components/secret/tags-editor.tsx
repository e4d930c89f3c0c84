import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { PrimaryLink } from '@/components/replica/primary-link';
import { TagRow } from '@/components/secret/tag-row';
import { UnsavedGuard } from '@/components/secret/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { SectionHead } from '@/components/ui/section-head';
import { ConfirmName } from '@/components/value/confirm-name';
import { missingName } from '@/components/value/missing-name';
import { refusedWords } from '@/components/version/refusals';
import { type MetadataChange, useMetadataChange } from '@/lib/client/metadata';
import { useOneAtATime } from '@/lib/client/one-at-a-time';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';
import { isReplica } from '@/lib/domain/secret';

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/managing-secrets_tagging.html
const MOST_TAGS = 50;

/** The tags, each taken off or put on by a call of its own. Access may depend on them: AWS decides by tags too. */
export function TagsEditor({ scope, reading }: { scope: string; reading: SecretReading }) {
  const { secret, arn, region } = reading;
  const [key, setKey] = useState('');
  const [typed, setTyped] = useState('');
  const [typedName, setTypedName] = useState('');
  const change = useMetadataChange({ scope, arn, region });
  const noTag = useRefusal(scope, arn, 'TagResource');
  const noUntag = useRefusal(scope, arn, 'UntagResource');
  const once = useOneAtATime();
  const empty = () => {
    setKey('');
    setTyped('');
    setTypedName('');
  };
  if (!secret) return null;
  const tags = Object.entries(secret.tags);
  const fixed = isReplica(secret)
    ? 'A replica has the tags of its primary'
    : secret.deleted
      ? 'The secret is scheduled for deletion: restore it first'
      : undefined;
  const run = (next: MetadataChange) =>
    once(async () => {
      try {
        await change.mutateAsync(next);
        if (next.kind === 'tag') empty();
      } catch (cause) {
        noteIfRefused(scope, arn, next.kind === 'untag' ? 'UntagResource' : 'TagResource', problemIn(cause));
      }
    });
  const exists = Object.hasOwn(secret.tags, key);
  const missing =
    fixed ??
    (noTag ? refusedWords(noTag) : undefined) ??
    (key === '' ? 'Give the tag a key' : undefined) ??
    (/^aws:/i.test(key) ? 'Keys that begin with aws: are AWS’s own' : undefined) ??
    (!exists && tags.length >= MOST_TAGS ? 'The secret has 50 tags, the most AWS allows' : undefined) ??
    missingName(reading, typedName);
  const add = () => {
    if (missing === undefined) void run({ kind: 'tag', key, tagText: typed });
  };
  return (
    <section aria-labelledby="tags">
      <UnsavedGuard dirty={key !== '' || typed !== ''} what="The tag you have typed" onDiscard={empty} />
      <SectionHead id="tags" title="Tags" note={String(tags.length)} />
      {change.error && <ProblemNotice problem={problemIn(change.error)} form="strip" role="alert" />}
      <ul className="border-t">
        {tags.map(([name, text]) => (
          <TagRow
            key={name}
            {...{ reading, name, text }}
            busy={change.isPending}
            fixed={fixed ?? (noUntag ? refusedWords(noUntag) : undefined)}
            onRemove={() => run({ kind: 'untag', key: name })}
          />
        ))}
      </ul>
      <div className="space-y-2 border-b px-4 py-2 md:px-5">
        <form
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Input
            mono
            aria-label="Key of a tag"
            disabled={fixed !== undefined}
            placeholder="key"
            maxLength={128}
            value={key}
            onChange={(event) => setKey(event.target.value)}
            className="max-w-44"
          />
          <Input
            mono
            aria-label="Text of a tag"
            disabled={fixed !== undefined}
            placeholder="text"
            maxLength={256}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="max-w-56"
          />
          {key === '' && (
            <Button type="submit" icon={Plus} disabledReason={missing}>
              Add tag
            </Button>
          )}
          {isReplica(secret) && (
            <span className="text-fg-2">
              {fixed}. <PrimaryLink {...{ scope, arn }} region={secret.primaryRegion ?? region} />
            </span>
          )}
        </form>
        {key !== '' && (
          <ConfirmName
            name={reading.name}
            asked={reading.protected}
            typed={typedName}
            onTyped={setTypedName}
            busy={change.isPending}
            missing={missing}
            icon={Plus}
            act={exists ? 'Replace tag' : 'Add tag'}
            onConfirm={add}
            onCancel={empty}
          />
        )}
      </div>
    </section>
  );
}
