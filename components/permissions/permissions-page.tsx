'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { AskPane } from '@/components/permissions/ask-pane';
import { PlaceForm } from '@/components/permissions/place-form';
import { PolicyPane } from '@/components/permissions/policy-pane';
import { RightsList } from '@/components/permissions/rights-list';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { useAwsNow } from '@/lib/client/aws-time';
import { useCliView } from '@/lib/client/cli-view';
import { useOperator } from '@/lib/client/operator';
import { usePermissions, useSimulation } from '@/lib/client/permissions';
import { useRegionReadings } from '@/lib/client/region-readings';
import { problemIn } from '@/lib/client/request';
import { useShortcut } from '@/lib/client/shortcut';
import type { OperatorInfo } from '@/lib/contract/operator';
import { acts } from '@/lib/domain/permissions/acts';
import { knownOf } from '@/lib/domain/permissions/known';
import { rights } from '@/lib/domain/permissions/rights';
import { views } from '@/lib/domain/permissions/views';
import { REGION_NAME } from '@/lib/domain/region-name';

/** What this operator may do: each view and act with the IAM actions it takes, what AWS said of them, and a policy. */
export function PermissionsPage() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  return operator ? <Permissions key={operator.scope} operator={operator} /> : null;
}

function Permissions({ operator }: { operator: OperatorInfo }) {
  const { scope, account, arn } = operator;
  const query = usePermissions(scope);
  const { simulation } = useSimulation(scope);
  const now = useAwsNow();
  const read = useRegionReadings().map(({ region }) => region);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState({
    regions: read.slice(0, 4).join(', ') || 'us-east-1',
    secrets: '',
    functions: '',
  });
  useShortcut('r', () => void query.refetch());
  useCliView(() => ({ kind: 'permissions' }));
  const regions = [
    ...new Set(
      draft.regions
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
  const wrong = regions.find((region) => !REGION_NAME.test(region));
  const fault = regions.length === 0 ? 'Name a region' : wrong && `${wrong} is not the code of a region`;
  const { secrets, functions } = draft;
  const names = [secrets, functions].some((name) => !/^[\w/+=.@!-]*$/.test(name))
    ? 'AWS takes no such character in a name'
    : undefined;
  const known = (action: string) =>
    knownOf(action, { answered: query.data?.answered ?? [], simulated: simulation?.simulated ?? [] });
  const list = {
    ...{ knownOf: known, now, ticked },
    onTick: (id: string, on: boolean) =>
      setTicked(new Set([...ticked].filter((one) => one !== id).concat(on ? [id] : []))),
  };
  return (
    <div className="min-h-full bg-surface">
      <PageHead
        title="Permissions"
        note="what AWS has answered this sign-in, and what is not known yet; unknown is never switched off"
        actions={
          <Button
            size="sm"
            variant="quiet"
            icon={RotateCw}
            kbd="R"
            busy={query.isFetching}
            onClick={() => void query.refetch()}
          >
            <span className="max-md:sr-only">Refresh</span>
          </Button>
        }
      />
      {query.error && <ProblemNotice problem={problemIn(query.error)} form="strip" />}
      <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="min-w-0 lg:border-r">
          <RightsList id="views" title="Views" rights={views} {...list} />
          <RightsList id="acts" title="Acts" rights={acts} {...list} />
        </div>
        <aside
          aria-label="Ask and hand out"
          className="scroll-thin min-w-0 max-lg:border-t lg:sticky lg:top-0 lg:max-h-[calc(100dvh-6.5rem)] lg:self-start lg:overflow-y-auto"
        >
          <AskPane operator={operator} order={{ regions, secrets, functions }} fault={fault ?? names} />
          <div className="border-t pt-3">
            <PlaceForm draft={draft} onDraft={setDraft} fault={fault ?? names} />
            <PolicyPane
              chosen={rights.filter(({ id }) => ticked.has(id))}
              place={{ partition: arn.split(':')[1] ?? 'aws', account, regions, secrets, functions }}
              fault={fault ?? names}
            />
          </div>
        </aside>
      </div>
    </div>
  );
}
