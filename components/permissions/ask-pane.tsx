import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { TypedField } from '@/components/ui/typed-field';
import { type SimulationOrder, useSimulation } from '@/lib/client/permissions';
import { problemIn } from '@/lib/client/request';
import type { OperatorInfo } from '@/lib/contract/operator';
import { ownPrincipal } from '@/lib/domain/permissions/own-principal';
import { actionsOf, rights } from '@/lib/domain/permissions/rights';

interface AskPaneProps {
  readonly operator: OperatorInfo;
  readonly order: Omit<SimulationOrder, 'role'>;
  readonly fault: string | undefined;
}

const KINDS = new Set(actionsOf(rights).values()).size;
const MOST_REGIONS = 4;

/** Asks IAM what the operator may do, on request: it takes calls, and rights of its own. */
export function AskPane({ operator, order, fault }: AskPaneProps) {
  const { simulation, ask } = useSimulation(operator.scope);
  const [role, setRole] = useState('');
  const own = ownPrincipal(operator.arn);
  const problem = ask.error ? problemIn(ask.error) : simulation?.problem;
  // Asked for once IAM would not tell it.
  const byHand = own.kind === 'role' && (role !== '' || problem?.action === 'iam:GetRole');
  const wrong =
    byHand && role !== '' && !role.endsWith(`/${own.name}`)
      ? `The ARN of ${own.name}, as IAM shows it`
      : undefined;
  const missing =
    own.kind === 'none'
      ? own.why
      : (fault ??
        wrong ??
        (order.regions.length > MOST_REGIONS ? 'Name four regions at most to ask about' : undefined));
  const calls = KINDS * order.regions.length;
  return (
    <section aria-labelledby="ask-aws">
      <SectionHead
        id="ask-aws"
        title="Ask AWS"
        actions={
          <Button
            size="sm"
            icon={MessageCircleQuestion}
            busy={ask.isPending}
            disabledReason={missing}
            onClick={() => ask.mutate({ ...order, ...(byHand && role ? { role } : {}) })}
          >
            {simulation?.source ? 'Ask again' : 'Ask AWS'}
          </Button>
        }
      />
      <div className="space-y-2 px-4 pb-3 text-fg-2 text-xs md:px-5">
        <p>
          IAM simulates your {own.kind === 'user' ? 'own policies' : 'role’s policies'} for these names:{' '}
          {calls} calls of iam:SimulatePrincipalPolicy, nothing is done. Policies of secrets and keys, VPC
          endpoints and a session policy are not part of it, so no control is switched off by its answer.
        </p>
        {own.kind === 'role' && !byHand && (
          <p className="text-fg-3">
            Your session does not tell the path of the role {own.name}: iam:GetRole is asked for its ARN
            first.
          </p>
        )}
        {byHand && (
          <TypedField
            kind="code"
            label="ARN of your role"
            note="with its path"
            error={wrong}
            placeholder={`arn:${own.partition}:iam::${own.account}:role/${own.name}`}
            value={role}
            onValue={(arn) => setRole(arn.trim())}
          />
        )}
        <div role="status">
          {simulation?.source && !problem && (
            <p className="wrap-anywhere">
              Simulated for <span className="font-mono">{simulation.source}</span>
            </p>
          )}
        </div>
        {problem && <ProblemNotice problem={problem} />}
      </div>
    </section>
  );
}
