'use client';

import { ArrowRight, SquareTerminal, Undo2, Users, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { CommandBlock } from '@/components/secret/command-block';
import { StatusBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { span, zoned } from '@/components/ui/time-format';
import { followWord, summaryOf } from '@/components/version/follow-words';
import { LabelChip } from '@/components/version/label-chip';
import { ReadersSince } from '@/components/version/readers-since';
import { RegionLine } from '@/components/version/region-line';
import { ShortVersion } from '@/components/version/short-version';
import { TodoList } from '@/components/version/todo-list';
import { todoWords } from '@/components/version/todo-words';
import { useAwsNow } from '@/lib/client/aws-time';
import { useFollow } from '@/lib/client/follow';
import { useReadOnly } from '@/lib/client/read-only';
import type { SecretReading } from '@/lib/contract/answers';
import { commandOf, type Receipt, receiptMarkdown } from '@/lib/domain/receipt';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';

const titles = { rollback: 'Roll back', promote: 'Promote', undo: 'Undo', put: 'New value' } as const;

interface MovePanelProps {
  readonly scope: string;
  readonly receipt: Receipt;
  readonly reading: SecretReading;
  readonly undoable: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  /** Takes focus when the review closes after a move. */
  readonly headRef: RefObject<HTMLHeadingElement | null>;
}

/** What became of a label move: who, from where to where, and each region read back until it has followed. */
export function MovePanel({ scope, receipt, reading, undoable, onUndo, onClose, headRef }: MovePanelProps) {
  const replicas = receipt.replicas ?? reading.secret?.replicas.map(({ region }) => region);
  const { regions, readAgain } = useFollow(scope, receipt, replicas);
  const readOnly = useReadOnly();
  const ids = reading.versions.map(({ id }) => id);
  const now = useAwsNow();
  const [readers, setReaders] = useState(false);
  const [command, setCommand] = useState(false);
  const summary = summaryOf(regions, replicas !== undefined);
  return (
    <aside
      aria-label={titles[receipt.kind]}
      className="flex w-[21.75rem] shrink-0 flex-col border-line-strong bg-surface text-xs max-lg:order-first max-lg:w-full max-lg:border-b lg:border-l xl:w-[23.75rem]"
    >
      <div className="flex min-h-11 items-center gap-2 border-b px-4">
        <h2 ref={headRef} tabIndex={-1} className="font-semibold text-sm outline-none">
          {titles[receipt.kind]}
        </h2>
        <span role="status">
          <StatusBadge tone={summary.tone}>{summary.text}</StatusBadge>
        </span>
        <IconButton label="Put this receipt away" icon={X} onClick={onClose} className="ml-auto" />
      </div>
      <div className="space-y-1 border-b px-4 py-2.5">
        <p className="wrap-anywhere font-mono text-2xs">{receipt.operator}</p>
        <ul className="space-y-1">
          {receipt.moves.map(({ label, from, to }) => (
            <li key={label} className="flex flex-wrap items-center gap-1.5">
              <LabelChip label={label} />
              {from ? <ShortVersion id={from} others={ids} /> : <span className="text-fg-3">none</span>}
              <ArrowRight aria-label="to" className="size-3 text-fg-3" />
              {to ? <ShortVersion id={to} others={ids} /> : <span className="text-fg-3">none</span>}
            </li>
          ))}
        </ul>
        <p className="text-fg-2">
          {zoned(new Date(receipt.at), true)}
          {receipt.reason && (
            <>
              . Reason: <span className="wrap-anywhere font-mono">{receipt.reason}</span>
            </>
          )}
        </p>
        <p className="wrap-anywhere text-2xs text-fg-3">
          {receipt.requestId ? (
            <>
              Request id <span className="font-mono">{receipt.requestId}</span>. CloudTrail names the mover
              some minutes later.
            </>
          ) : (
            'AWS’s answer was lost; the move was read back. CloudTrail will name the mover.'
          )}
        </p>
      </div>
      <ul aria-label="Regions">
        {regions.map((region) => (
          <RegionLine
            key={region.region}
            follow={region}
            ids={ids}
            reported={reported(reading, region.region)}
          />
        ))}
      </ul>
      {!replicas && (
        <p className="border-b px-4 py-2 text-warn">
          It could not be read whether the secret has replicas. Read the secret again to follow them.
        </p>
      )}
      <TodoList codes={receipt.todo} />
      <div className="flex flex-wrap gap-x-1 border-b px-2 py-1.5">
        <Button
          size="sm"
          variant="quiet"
          icon={Users}
          aria-pressed={readers}
          onClick={() => setReaders(!readers)}
        >
          Readers since the move
        </Button>
        <Button
          size="sm"
          variant="quiet"
          icon={SquareTerminal}
          aria-pressed={command}
          onClick={() => setCommand(!command)}
        >
          Show as CLI
        </Button>
      </div>
      {readers && <ReadersSince scope={scope} arn={receipt.arn} since={receipt.at} now={now} />}
      {command && (
        <div className="px-4 py-2.5">
          <CommandBlock title="CLI equivalent" text={commandOf(receipt)} />
        </div>
      )}
      <div className="mt-auto border-t bg-canvas px-4 py-2.5 lg:sticky lg:bottom-0">
        <div className="flex flex-wrap items-center gap-2">
          {receipt.kind !== 'undo' && (
            <Button
              icon={Undo2}
              kbd="Z"
              onClick={onUndo}
              disabledReason={undoable ? readOnly : 'The time for it is over, or AWSCURRENT has moved again'}
            >
              Undo
            </Button>
          )}
          <Button variant="quiet" onClick={readAgain}>
            Read back again
          </Button>
          <CopyButton
            text={receiptMarkdown(
              receipt,
              regions.map((region) => ({ region: region.region, word: followWord(region) })),
              todoWords(receipt.todo),
            )}
            what="receipt"
          />
        </div>
        {undoable && <UndoOffer receipt={receipt} ids={ids} />}
      </div>
    </aside>
  );
}

const reported = (reading: SecretReading, region: string) =>
  reading.secret?.replicas.find((replica) => replica.region === region)?.status;

function UndoOffer({ receipt, ids }: { receipt: Receipt; ids: readonly string[] }) {
  const now = useAwsNow();
  const end = Date.parse(receipt.at) + UNDO_WINDOW;
  return (
    <p className="mt-1.5 text-fg-3">
      Undo moves AWSCURRENT back to <ShortVersion id={receipt.from} others={ids} />. It is offered for{' '}
      {span(end - now + 30_000)} more, until {zoned(new Date(end), false)}, or until AWSCURRENT moves.
    </p>
  );
}
