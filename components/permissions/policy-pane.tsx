import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { SectionHead } from '@/components/ui/section-head';
import { saveFile } from '@/lib/client/save-file';
import { leastPolicy } from '@/lib/domain/permissions/least-policy';
import type { Right } from '@/lib/domain/permissions/need';
import type { Place } from '@/lib/domain/permissions/resources';

interface PolicyPaneProps {
  readonly chosen: readonly Right[];
  readonly place: Place;
  /** Why no policy can be made. */
  readonly fault: string | undefined;
}

/** The least policy for what is ticked, to be copied or saved; it is made here, and nothing is asked of AWS. */
export function PolicyPane({ chosen, place, fault }: PolicyPaneProps) {
  const missing = fault ?? (chosen.length === 0 ? 'Tick what the policy is to allow' : undefined);
  const text = missing ? '' : JSON.stringify(leastPolicy(chosen, place), undefined, 2);
  return (
    <section aria-labelledby="least-policy">
      <SectionHead
        id="least-policy"
        title="Least policy"
        note="for what is ticked"
        actions={
          <Button
            size="sm"
            variant="quiet"
            icon={Download}
            disabledReason={missing}
            onClick={() => saveFile(`keyturn-policy-${place.account}.json`, 'application/json', `${text}\n`)}
          >
            Download
          </Button>
        }
      />
      <div className="space-y-2 px-4 pb-4 text-xs md:px-5">
        {missing ? (
          <p className="text-fg-2">{missing}.</p>
        ) : (
          <CodeBlock title={`Identity-based policy for ${place.account}`} text={text} />
        )}
        <p className="text-fg-3">
          A star stands only where AWS takes no resource, or where a name is not known: keys can be used
          through Secrets Manager alone. Boundaries, service control policies, and the policies of secrets and
          keys decide too.
        </p>
      </div>
    </section>
  );
}
