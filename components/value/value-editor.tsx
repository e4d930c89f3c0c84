import { Eye, EyeOff, KeyRound, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { GeneratePassword } from '@/components/value/generate-password';
import { PairLines } from '@/components/value/pair-lines';
import { draftWords, LARGEST_VALUE, type useDraftValue } from '@/components/value/use-draft-value';
import { refusedWords } from '@/components/version/refusals';
import { useOneAtATime } from '@/lib/client/one-at-a-time';
import { useReadRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { useScreenShare } from '@/lib/client/screen-share';
import { useReveal } from '@/lib/client/values';
import type { SecretReading } from '@/lib/contract/answers';
import type { Outline } from '@/lib/domain/value/value';
import { holderOf } from '@/lib/domain/version';

interface ValueEditorProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly draft: ReturnType<typeof useDraftValue>;
  /** What the value in force was found to be; nothing but a read of it tells. */
  readonly kind: Outline['kind'] | undefined;
  readonly onKind: (kind: Outline['kind'] | undefined) => void;
}

const BINARY = 'The current value is binary: there is nothing to write it from';
const NO_KEYS = 'The current value is plain text: it has no keys';

const figures = new Intl.NumberFormat('en');

/** Three ways to write one value, how long it is, and what is wrong with it. */
export function ValueEditor({ scope, reading, draft, kind, onKind }: ValueEditorProps) {
  const { editor, show, canShow, fault, bytes, typedValue } = draft;
  const [visible, setVisible] = useState(false);
  const [forLine, setForLine] = useState<number>();
  const { on: shared } = useScreenShare();
  const reveal = useReveal(scope);
  const current = holderOf(reading.versions, 'AWSCURRENT');
  const line = draft.pairs.find(({ id }) => id === forLine);
  const [outrun, setOutrun] = useState(false);
  const once = useOneAtATime();
  const fill = async (part: 'outline' | 'whole') => {
    if (!current) return;
    setOutrun(false);
    try {
      const { outline, shownValue } = await reveal.mutateAsync({
        arn: reading.arn,
        versionId: current.id,
        part: { kind: part },
      });
      onKind(outline.kind);
      const filled =
        shownValue !== undefined && outline.kind !== 'binary'
          ? draft.fill(shownValue)
          : outline.kind !== 'keys' || draft.fillKeys(outline.keys);
      setOutrun(!filled);
      reveal.reset();
    } catch {
      // The mutation keeps the problem, and the notice below shows it.
    }
  };
  const refusal = useReadRefusal(scope, current ? [{ arn: reading.arn, versionId: current.id }] : []);
  const blocked = shared ? 'Screen sharing is on: values stay hidden' : refusal && refusedWords(refusal);
  const kept = draft.untouched ? undefined : 'What is written now would be replaced: empty it first';
  return (
    <div className="space-y-3 px-4 pb-4 md:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          legend="Write it as"
          value={editor}
          onChange={show}
          options={[
            {
              value: 'pairs',
              label: 'Keys and values',
              disabledReason: canShow('pairs')
                ? undefined
                : 'Only a JSON object can be shown as keys and values',
            },
            { value: 'json', label: 'JSON' },
            { value: 'text', label: 'Plain text' },
          ]}
          className="max-md:w-full"
        />
        {editor === 'pairs' && (
          <Button
            variant="quiet"
            icon={visible ? EyeOff : Eye}
            aria-pressed={visible}
            disabledReason={visible ? undefined : blocked}
            onClick={() => setVisible(!visible)}
          >
            {visible ? 'Hide what is typed' : 'Show what is typed'}
          </Button>
        )}
        {current && (
          <span className="ml-auto flex flex-wrap gap-2 max-md:ml-0">
            <Button
              size="sm"
              icon={ListPlus}
              busy={reveal.isPending}
              disabledReason={kind === 'binary' ? BINARY : kind === 'text' ? NO_KEYS : kept}
              onClick={() => void once(() => fill('outline'))}
            >
              Its keys
            </Button>
            <Button
              size="sm"
              icon={KeyRound}
              busy={reveal.isPending}
              disabledReason={kind === 'binary' ? BINARY : (blocked ?? kept)}
              onClick={() => void once(() => fill('whole'))}
            >
              Its current value
            </Button>
          </span>
        )}
      </div>
      {reveal.error && <ProblemNotice problem={problemIn(reveal.error)} />}
      <div role="status" className="space-y-3 empty:hidden">
        {kind === 'binary' && (
          <Notice tone="warn" title="The current value is binary">
            Neither keys nor text can be taken from it. What is written here is put as text (SecretString). A
            binary value (SecretBinary) is put by the AWS CLI from a file: the command is below.
          </Notice>
        )}
        {kind === 'text' && draft.untouched && (
          <Notice tone="idle" title="The current value is plain text, without keys">
            “Its current value” shows it to begin with, by one more read.
          </Notice>
        )}
        {outrun && (
          <Notice tone="idle" title="You have begun to write meanwhile">
            What came back was thrown away, and what you have written is as it was.
          </Notice>
        )}
      </div>
      {editor === 'pairs' ? (
        <PairLines draft={draft} visible={visible && !shared} onGenerate={setForLine} />
      ) : (
        <Textarea
          mono
          aria-label={editor === 'json' ? 'Value as JSON' : 'Value as text'}
          rows={12}
          spellCheck={false}
          autoComplete="off"
          value={typedValue}
          onChange={(event) => draft.setTyped(event.target.value)}
        />
      )}
      {line && (
        <GeneratePassword
          key={line.id}
          scope={scope}
          region={reading.region}
          purpose={line.key || 'this line'}
          onPassword={(madeValue) => {
            draft.change(line.id, { typedValue: madeValue, kind: 'text' });
            setForLine(undefined);
          }}
          onClose={() => setForLine(undefined)}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <meter
          aria-label="Length of the value"
          min={0}
          max={LARGEST_VALUE}
          value={Math.min(bytes, LARGEST_VALUE)}
          className="h-1.5 w-40"
        />
        <span className={cx('tabular-nums', bytes > LARGEST_VALUE ? 'font-medium text-fail' : 'text-fg-3')}>
          {figures.format(draft.untouched ? 0 : bytes)} of {figures.format(LARGEST_VALUE)} bytes
        </span>
        <span role="status" className="text-fail">
          {fault && fault.kind !== 'empty' ? draftWords(fault) : ''}
        </span>
        {draft.repeated !== undefined && (
          <span role="status" className="text-warn">
            The key <span className="font-mono">{draft.repeated}</span> stands twice: most readers take the
            last one, AWS’s console too
          </span>
        )}
      </div>
    </div>
  );
}
