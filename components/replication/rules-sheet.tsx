'use client';

import { useState } from 'react';
import type { Rules } from '@/components/replication/use-rules';
import { useBackCloses } from '@/components/rotation-fleet/use-back-closes';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { Textarea } from '@/components/ui/textarea';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { parseFleetRules } from '@/lib/domain/replication/fleet-rule';

interface RulesSheetProps {
  readonly open: boolean;
  readonly rules: Rules;
  readonly unread: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** Of several accounts. */
  readonly several: boolean;
  readonly onClose: () => void;
}

/** Which secrets should be in which regions: said here, kept in this browser or in a link, judged in the matrix. */
export function RulesSheet({ open, rules, rows, several, onClose }: RulesSheetProps) {
  useBackCloses(onClose);
  const [text, setText] = useState(rules.text);
  const { rules: read, unread } = parseFleetRules(text);
  // What AWS reports there and the region does not know is missing by no rule.
  const missing = rows.reduce(
    (sum, { cells }) => sum + cells.filter(({ state, report }) => state === 'missing' && !report).length,
    0,
  );
  return (
    <Sheet
      open={open}
      onClose={onClose}
      width="panel"
      title="Fleet rules"
      footer={
        <span className="ml-auto flex gap-2">
          <CopyButton text={linkWith(text)} what="link" variant="secondary" size="md" />
          <Button
            variant="primary"
            disabledReason={unread.length > 0 ? 'A line cannot be read' : undefined}
            onClick={() => {
              rules.keep(text);
              onClose();
            }}
          >
            Use these rules
          </Button>
        </span>
      }
    >
      <div className="space-y-4 px-4 py-4 md:px-5">
        <p className="text-fg-2">
          Secrets that a rule wants in a region, and that are not there, are shown as missing. Rules change
          nothing at AWS. They are kept in this browser for {several ? 'this sign-in' : 'this scope'}; a link
          carries them to others.{several && ' Each holds in every account shown here.'}
        </p>
        {rules.shared && (
          <Notice tone="idle" title="These rules came with the address">
            Using them keeps them in this browser.
          </Notice>
        )}
        <Field
          label="Rules"
          note="one a line"
          error={unread.length > 0 ? `Not a rule: ${unread[0]}` : undefined}
          hint={
            <>
              <span className="block font-mono">prod/* -&gt; us-west-2</span>
              <span className="block font-mono">tag:env=prod -&gt; us-west-2,eu-west-1</span>
              <span className="block">* stands for any characters.</span>
            </>
          }
        >
          {(control) => (
            <Textarea
              {...control}
              rows={6}
              spellCheck={false}
              className="font-mono"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <p className="text-fg-2" role="status">
          {read.length === 1 ? '1 rule' : `${read.length} rules`} here; by those in force now,{' '}
          {missing.toLocaleString('en')} {missing === 1 ? 'copy is' : 'copies are'} missing.
        </p>
      </div>
    </Sheet>
  );
}

function linkWith(text: string): string {
  const url = new URL(window.location.href);
  url.searchParams.set('rules', text);
  for (const field of ['open', 'sheet']) url.searchParams.delete(field);
  return url.href;
}
