import { Eye, EyeOff, KeyRound, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { GeneratePassword } from '@/components/value/generate-password';
import { PairLines } from '@/components/value/pair-lines';
import { draftWords, LARGEST_VALUE, type useDraftValue } from '@/components/value/use-draft-value';
import { problemIn } from '@/lib/client/request';
import { useScreenShare } from '@/lib/client/screen-share';
import { useReveal } from '@/lib/client/values';
import type { SecretReading } from '@/lib/contract/answers';
import { holderOf } from '@/lib/domain/version';

interface ValueEditorProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly draft: ReturnType<typeof useDraftValue>;
}

const figures = new Intl.NumberFormat('en');

/** Three ways to write one value, how long it is, and what is wrong with it. */
export function ValueEditor({ scope, reading, draft }: ValueEditorProps) {
  const { editor, show, canShow, fault, bytes, typedValue } = draft;
  const [visible, setVisible] = useState(false);
  const [forLine, setForLine] = useState<number>();
  const { on: shared } = useScreenShare();
  const reveal = useReveal(scope);
  const current = holderOf(reading.versions, 'AWSCURRENT');
  const line = draft.pairs.find(({ id }) => id === forLine);
  const fill = async (kind: 'outline' | 'whole') => {
    if (!current) return;
    try {
      const { outline, shownValue } = await reveal.mutateAsync({
        arn: reading.arn,
        versionId: current.id,
        part: { kind },
      });
      if (shownValue !== undefined && outline.kind !== 'binary') draft.fill(shownValue);
      else if (outline.kind === 'keys') draft.fillKeys(outline.keys);
      reveal.reset();
    } catch {
      // The mutation keeps the problem, and the notice below shows it.
    }
  };
  const blocked = shared ? 'Screen sharing is on: values stay hidden' : undefined;
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
              disabledReason={kept}
              onClick={() => void fill('outline')}
            >
              Its keys
            </Button>
            <Button
              size="sm"
              icon={KeyRound}
              busy={reveal.isPending}
              disabledReason={blocked ?? kept}
              onClick={() => void fill('whole')}
            >
              Its current value
            </Button>
          </span>
        )}
      </div>
      {reveal.error && <ProblemNotice problem={problemIn(reveal.error)} />}
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
      </div>
    </div>
  );
}
