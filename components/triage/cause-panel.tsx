import { CommandBlock } from '@/components/secret/command-block';
import { causeWords } from '@/components/triage/cause-words';
import { EvidenceBlock, type EvidenceEntry } from '@/components/triage/evidence-block';
import { StatusBadge } from '@/components/ui/badge';
import { SectionHead } from '@/components/ui/section-head';
import type { ExplainedCause } from '@/lib/domain/triage/diagnosis';

interface CausePanelProps {
  readonly cause: ExplainedCause;
  readonly log: readonly EvidenceEntry[];
  /** Where its name stands above already. */
  readonly title?: string;
}

/** One cause: how certain it is, what proves it, who else it concerns, and what to do in which order. */
export function CausePanel({ cause, log, title = causeWords(cause.cause) }: CausePanelProps) {
  const { certainty, step, proofs, affected, fixes, page } = cause;
  return (
    <section aria-label={causeWords(cause.cause)} className="border-b">
      <SectionHead
        title={title}
        note={<span className="font-mono max-md:hidden">{cause.cause}</span>}
        className="mt-1 max-md:flex-wrap max-md:py-1.5"
        actions={
          <StatusBadge tone={certainty === 'certain' ? 'fail' : 'warn'}>
            {certainty}, at {step}
          </StatusBadge>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 pb-4 md:px-5 xl:grid-cols-2">
        <div className="min-w-0 space-y-2">
          <h3 className="flex items-baseline gap-2 font-medium text-xs">
            Evidence
            {log.some(({ at }) => at) && <span className="font-normal text-fg-3">times in UTC</span>}
          </h3>
          <EvidenceBlock log={log} proofs={proofs} />
          <p className="text-fg-2 text-xs">
            <span className="text-fg-3">Concerns</span> {affected}
          </p>
        </div>
        <div className="min-w-0 space-y-2 text-xs">
          <h3 className="font-medium">What to do</h3>
          <ol className="list-decimal space-y-2 pl-5">
            {fixes.map(({ what, command }) => (
              <li key={what}>
                {what}
                {command && (
                  <div className="mt-1">
                    <CommandBlock title="AWS CLI" text={command} />
                  </div>
                )}
              </li>
            ))}
          </ol>
          <a href={page} target="_blank" rel="noreferrer" className="text-accent underline">
            The page of AWS
          </a>
        </div>
      </div>
    </section>
  );
}
