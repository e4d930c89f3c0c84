import { Check, Pencil } from 'lucide-react';
import { useState } from 'react';
import { shortWord } from '@/components/problem/short-word';
import { UnsavedGuard } from '@/components/secret/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { ConfirmName } from '@/components/value/confirm-name';
import { missingName } from '@/components/value/missing-name';
import { refusedWords } from '@/components/version/refusals';
import { useMetadataChange } from '@/lib/client/metadata';
import { useOneAtATime } from '@/lib/client/one-at-a-time';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { useScreenShare } from '@/lib/client/screen-share';
import { leaveFor } from '@/lib/client/unsaved';
import type { SecretReading } from '@/lib/contract/answers';
import { isReplica, type SecretDetail } from '@/lib/domain/secret';

/** The description, and the way to change it in place. */
export function DescriptionField({ scope, reading }: { scope: string; reading: SecretReading }) {
  const { secret, arn, region } = reading;
  const now = secret?.description ?? '';
  const [text, setText] = useState<string>();
  const [typedName, setTypedName] = useState('');
  const close = () => {
    setText(undefined);
    setTypedName('');
  };
  const change = useMetadataChange({ scope, arn, region });
  const refusal = useRefusal(scope, arn, 'UpdateSecret');
  const refused = refusal && refusedWords(refusal);
  const { on: shared } = useScreenShare();
  const editing = text !== undefined && !shared;
  const once = useOneAtATime();
  const [own] = useState({});
  const guard = (
    <UnsavedGuard
      dirty={text !== undefined && text !== now}
      form={own}
      what="The description you have typed"
      onDiscard={close}
    />
  );
  // Free words may name what the patterns hide; what was typed stays for when nobody looks on.
  if (shared && (now !== '' || text !== undefined)) {
    return (
      <span className="py-1 text-fg-3">
        hidden while the screen is shared
        {guard}
      </span>
    );
  }
  if (!editing) {
    return (
      <span className="flex min-w-0 items-start gap-1">
        <span className="wrap-anywhere min-w-0 max-w-[90ch] py-1">
          {now || <span className="text-fg-3">none</span>}
        </span>
        {secret && (
          <Button
            size="sm"
            variant="quiet"
            icon={Pencil}
            aria-label="Edit the description"
            data-tip="Edit the description"
            disabledReason={whyFixed(secret) ?? refused}
            onClick={() => setText(now)}
          />
        )}
      </span>
    );
  }
  const save = () =>
    void once(async () => {
      try {
        await change.mutateAsync({ kind: 'description', text });
        close();
      } catch (cause) {
        noteIfRefused(scope, arn, 'UpdateSecret', problemIn(cause));
      }
    });
  const problem = change.error ? problemIn(change.error) : undefined;
  return (
    <div className="w-full space-y-2 py-1">
      {guard}
      <Textarea
        aria-label="Description"
        rows={2}
        maxLength={2_048}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && (
        <p role="alert" className="text-fail">
          {shortWord(problem)}: {problem.detail ?? problem.title}
        </p>
      )}
      <ConfirmName
        name={reading.name}
        asked={reading.protected}
        typed={typedName}
        onTyped={setTypedName}
        busy={change.isPending}
        missing={
          refused ?? (text === now ? 'Nothing has changed' : undefined) ?? missingName(reading, typedName)
        }
        icon={Check}
        act="Save"
        onConfirm={save}
        onCancel={() => leaveFor(close, own)}
      />
    </div>
  );
}

function whyFixed(secret: SecretDetail): string | undefined {
  if (isReplica(secret)) return 'A replica has the description of its primary: change it there';
  if (secret.deleted) return 'The secret is scheduled for deletion: restore it first';
  return secret.owningService && 'Another AWS service manages this secret';
}
