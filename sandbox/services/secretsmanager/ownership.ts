import type { Principal } from '../../operation.ts';

/** The services that keep secrets of their own, by the prefix of their names. */
const SERVICES = [
  'appflow',
  'databrew',
  'datasync',
  'directconnect',
  'ecs-sc',
  'events',
  'marketplace-deployment',
  'opsworks-cm',
  'pcs',
  'rds',
  'redshift',
  'sqlworkbench',
];

/** The AWS service behind a principal: one that acts through its service-linked role. */
export function ownerOf(principal: Principal): string | undefined {
  const role = /:assumed-role\/AWSServiceRoleFor(\w+)\//.exec(principal.arn)?.[1]?.toLowerCase();
  return SERVICES.find((service) => service.replaceAll('-', '') === role);
}

/**
 * The owning service of a new secret: the service that makes it, if the name says so too.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
 */
export function owningServiceOf(name: string, principal: Principal): string | undefined {
  const owner = ownerOf(principal);
  return owner !== undefined && name.startsWith(`${owner}!`) ? owner : undefined;
}
