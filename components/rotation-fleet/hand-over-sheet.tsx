'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useBackCloses } from '@/components/rotation-fleet/use-back-closes';
import { type HandOverSource, useHandOver } from '@/components/rotation-fleet/use-hand-over';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Segmented } from '@/components/ui/segmented';
import { Sheet } from '@/components/ui/sheet';
import { saveFile } from '@/lib/client/save-file';
import { useShownNames, useShownText } from '@/lib/client/screen-share';
import { exportFileName } from '@/lib/domain/export/file-name';

interface HandOverSheetProps extends HandOverSource {
  /** About the group that is open, at first. */
  readonly ofGroup: boolean;
  readonly onClose: () => void;
}

/** A note for whoever is on call next, as Markdown: of everything that is open, or of one group. */
export function HandOverSheet({ ofGroup, onClose, ...source }: HandOverSheetProps) {
  useBackCloses(onClose);
  const [about, setAbout] = useState<'page' | 'group'>(ofGroup ? 'group' : 'page');
  const { at, whom, write } = useHandOver(source, about === 'group');
  const shownName = useShownNames();
  const shownText = useShownText();
  const text = write((name) => name);
  const file = exportFileName('hand-over', whom, at, 'md');
  return (
    <Sheet
      open
      onClose={onClose}
      title="Hand-over note"
      footer={
        <span className="ml-auto flex gap-2 max-md:w-full max-md:*:flex-1">
          <CopyButton text={text} what="Markdown" variant="secondary" size="md" />
          <Button icon={Download} variant="primary" onClick={() => saveFile(file, 'text/markdown', text)}>
            Download
          </Button>
        </span>
      }
    >
      <div className="space-y-4 px-4 py-4 text-xs md:px-5">
        <p className="max-w-[90ch] text-fg-2">
          What is open and why, what this tab has done, and what is left: names, ids and times, no value and
          no line of a log. It tells what has been read so far.
        </p>
        {source.group && (
          <Segmented
            legend="About"
            value={about}
            onChange={setAbout}
            options={[
              { value: 'page', label: 'All that is open' },
              { value: 'group', label: 'This group' },
            ]}
          />
        )}
        <CodeBlock title={file} text={text} wraps>
          {shownText(write(shownName))}
        </CodeBlock>
      </div>
    </Sheet>
  );
}
