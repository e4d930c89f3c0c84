import type { Vpc } from '../services/lambda/state.ts';
import type { Target, TargetsState } from './state.ts';

/** How a login ends. */
export type Outcome =
  | 'accepted'
  | 'rejected'
  | 'unknown-host'
  | 'unreachable'
  | 'refused'
  | 'tls-required'
  | 'tls-not-offered';

/** A login to try. */
export interface Attempt {
  readonly host: string;
  readonly user: string;
  readonly password: string;
  readonly tls: boolean;
  /** Where it comes from; undefined: from beside the target, past every security group. */
  readonly from: Vpc | undefined;
}

/** Tries a login; nothing is changed by it. */
export function login(state: TargetsState, { host, user, password, tls, from }: Attempt): Outcome {
  const target = state.hosts.get(host);
  if (!target) return 'unknown-host';
  if (target.health === 'down' || !isLetIn(state, target, from)) return 'unreachable';
  if (target.health === 'closed') return 'refused';
  if (tls && target.tls === 'none') return 'tls-not-offered';
  if (!tls && target.tls === 'required') return 'tls-required';
  const known = target.users.get(user);
  return known !== undefined && known.password === password ? 'accepted' : 'rejected';
}

function isLetIn({ ingress }: TargetsState, { securityGroup }: Target, from: Vpc | undefined): boolean {
  if (securityGroup === undefined || from === undefined) return true;
  const allowed = ingress.get(securityGroup) ?? [];
  return from.securityGroupIds.some((id) => allowed.includes(id));
}

/** Whether code in a VPC reaches an AWS service: by the internet, or by an endpoint. */
export function reaches(
  { endpoints }: TargetsState,
  vpc: Vpc | undefined,
  service: { readonly account: string; readonly region: string; readonly service: string },
): boolean {
  if (vpc === undefined || vpc.nat) return true;
  return [...endpoints.values()].some(
    (one) =>
      one.vpcId === vpc.vpcId &&
      one.account === service.account &&
      one.region === service.region &&
      one.service === service.service,
  );
}
