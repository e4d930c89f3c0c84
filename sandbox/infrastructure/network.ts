import type { Json } from '../operation.ts';
import { type Change, NoSuchThing, numberIn, textIn } from './site.ts';

/** Endpoints of VPCs. The members of the first one's record are spelled as EC2 does; no recorded one confirms them. */
export const endpoints: Readonly<Record<string, Change>> = {
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpoints.html */
  DeleteVpcEndpoints: {
    service: 'ec2',
    apply(input, { state, region, principal }) {
      const id = textIn(input, 'VpcEndpointId');
      const found = state.targets.endpoints.get(id);
      if (found?.region !== region || found.account !== principal.account) {
        throw new NoSuchThing(`There is no endpoint ${id}.`);
      }
      state.targets.endpoints.delete(id);
      return { DeleteVpcEndpointsRequest: { VpcEndpointId: { tag: 1, content: id } } };
    },
  },
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
  CreateVpcEndpoint: {
    service: 'ec2',
    apply(input, { state, region, principal, random }) {
      const [VpcId, ServiceName] = [textIn(input, 'VpcId'), textIn(input, 'ServiceName')];
      const service = ServiceName.split('.').at(-1) ?? '';
      // AWS makes the id up; whoever tells a story may need to know it.
      const id =
        input.VpcEndpointId === undefined
          ? `vpce-0${random.uuid().replaceAll('-', '').slice(0, 16)}`
          : textIn(input, 'VpcEndpointId');
      state.targets.endpoints.set(id, { account: principal.account, region, vpcId: VpcId, service });
      return { CreateVpcEndpointRequest: { VpcId, ServiceName, VpcEndpointType: 'Interface' } };
    },
  },
};

/** Rules of security groups: which group a group lets in, on one port. */
export const ingress: Readonly<Record<string, Change>> = {
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html */
  RevokeSecurityGroupIngress: {
    service: 'ec2',
    apply(input, { state }) {
      const { GroupId, SourceGroupId } = ruleIn(input);
      const told = recordOf(input);
      const allowed = state.targets.ingress.get(GroupId) ?? [];
      if (!allowed.includes(SourceGroupId)) {
        throw new NoSuchThing(`${GroupId} has no rule that lets ${SourceGroupId} in.`);
      }
      state.targets.ingress.set(
        GroupId,
        allowed.filter((id) => id !== SourceGroupId),
      );
      return told;
    },
  },
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
  AuthorizeSecurityGroupIngress: {
    service: 'ec2',
    apply(input, { state }) {
      const { GroupId, SourceGroupId } = ruleIn(input);
      const told = recordOf(input);
      const allowed = state.targets.ingress.get(GroupId) ?? [];
      state.targets.ingress.set(GroupId, [...new Set([...allowed, SourceGroupId])]);
      return told;
    },
  },
};

function ruleIn(input: Json): { readonly GroupId: string; readonly SourceGroupId: string } {
  return { GroupId: textIn(input, 'GroupId'), SourceGroupId: textIn(input, 'SourceGroupId') };
}

function recordOf(input: Json): Json {
  const { GroupId, SourceGroupId } = ruleIn(input);
  const port = numberIn(input, 'Port');
  const groups = { items: [{ groupId: SourceGroupId }] };
  return {
    GroupId,
    IpPermissions: { items: [{ ipProtocol: 'tcp', fromPort: port, toPort: port, groups }] },
  };
}
