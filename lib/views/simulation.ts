import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import { readRoleArn, simulate } from '@/lib/aws/simulate';
import type { SimulationReading } from '@/lib/contract/permissions';
import { problemOf } from '@/lib/contract/problem';
import { iamRegionOf } from '@/lib/domain/global-regions';
import type { Simulated } from '@/lib/domain/permissions/known';
import type { ResourceKind } from '@/lib/domain/permissions/need';
import { ownPrincipal } from '@/lib/domain/permissions/own-principal';
import { resourcesOf } from '@/lib/domain/permissions/resources';
import { actionsOf, rights } from '@/lib/domain/permissions/rights';

/** Whose rights are asked about: the operator's own. */
interface Own extends AwsOperator {
  readonly arn: string;
  readonly account: string;
}

interface Asked {
  readonly regions: readonly string[];
  readonly secrets: string;
  readonly functions: string;
  readonly role?: string | undefined;
}

/**
 * Asks IAM what the operator's own policies say of every action there is, one call for each kind of resource and region.
 * What was answered before a refusal is kept.
 */
export async function readSimulation(
  session: Own,
  asked: Asked,
  signal: AbortSignal,
): Promise<SimulationReading> {
  const [region = ''] = asked.regions;
  const simulated: Simulated[] = [];
  let source: string | undefined;
  try {
    const found = await sourceOf(session, region, asked.role);
    if (!found) return { simulated, problem: problemOf('input-invalid', { detail: whyNone(session.arn) }) };
    source = found;
    const partition = source.split(':')[1] ?? 'aws';
    for (const one of asked.regions) {
      const { secrets, functions } = asked;
      const place = {
        partition,
        account: session.account,
        regions: [one],
        secrets,
        functions,
        principal: source,
      };
      for (const [kind, actions] of byKind()) {
        const question = { source, region: one, actions, resources: resourcesOf(kind, place) };
        simulated.push(...(await simulate(session, question, signal)));
      }
    }
    return { source, simulated };
  } catch (cause) {
    const { problem } = toAwsProblem(cause, {
      action: 'iam:SimulatePrincipalPolicy',
      region: iamRegionOf(region),
    });
    return { ...(source ? { source } : {}), simulated, problem };
  }
}

async function sourceOf(session: Own, region: string, role: string | undefined): Promise<string | undefined> {
  const own = ownPrincipal(session.arn);
  if (own.kind === 'none') return undefined;
  if (own.kind === 'user') return own.arn;
  // Another role's rights are not the operator's.
  if (role?.endsWith(`/${own.name}`) && role.includes(`::${own.account}:`)) return role;
  return readRoleArn(session, region, own.name);
}

function whyNone(arn: string): string {
  const own = ownPrincipal(arn);
  return own.kind === 'none' ? own.why : 'IAM did not tell the ARN of the role.';
}

function byKind(): ReadonlyMap<ResourceKind, string[]> {
  const kinds = new Map<ResourceKind, string[]>();
  for (const [action, kind] of actionsOf(rights)) kinds.set(kind, [...(kinds.get(kind) ?? []), action]);
  return kinds;
}
