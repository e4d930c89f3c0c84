'use client';

import { Suspense, useState } from 'react';
import { CliDrawer } from '@/components/frame/shortcuts';
import { CommandBlock } from '@/components/secret/command-block';
import { Button } from '@/components/ui/button';
import { useDialogShortcut } from '@/lib/client/dialog-shortcut';
import type { AwsCall } from '@/lib/domain/aws-call';
import { cliText } from '@/lib/domain/cli';

interface PendingCommandProps {
  readonly title?: string;
  /** What the button of the form says. */
  readonly act: string;
  readonly calls: readonly AwsCall[];
}

/** What a form is about to do as AWS CLI commands, and the drawer above it with the same in its place among all others. */
export function PendingCommand({ title = 'CLI equivalent', act, calls }: PendingCommandProps) {
  const [open, setOpen] = useState(false);
  useDialogShortcut('.', open ? undefined : () => setOpen(true));
  return (
    <>
      <CommandBlock
        title={title}
        text={calls.map(cliText).join('\n\n')}
        actions={
          <Button size="sm" variant="quiet" kbd="." onClick={() => setOpen(true)}>
            All calls
          </Button>
        }
      />
      {open && (
        <Suspense>
          <CliDrawer next={{ act, calls }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
