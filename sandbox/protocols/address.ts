import type { Incoming } from '../http/reply.ts';
import { services } from '../services/registry.ts';
import type { Service } from '../services/service.ts';

/** What a request is addressed to: a service, and the operation it names there, known or not. */
export interface Address {
  readonly name: string;
  readonly service: Service;
  readonly operation: string;
}

/**
 * Finds the service of a request by the form it is called in. The host would tell too, but all services
 * of the sandbox share one.
 */
export function addressOf(incoming: Incoming): Address | undefined {
  const target = incoming.headers['x-amz-target'];
  if (target !== undefined) return byTarget(target);
  if (/^application\/x-www-form-urlencoded\b/i.test(incoming.headers['content-type'] ?? '')) {
    return byForm(new URLSearchParams(incoming.body.toString('utf8')));
  }
  return byPath(`${incoming.method} ${incoming.url.pathname}`);
}

function byTarget(target: string): Address | undefined {
  const dot = target.lastIndexOf('.');
  const operation = target.slice(dot + 1);
  // Python's clients put a package before CloudTrail's name: com.amazonaws.cloudtrail.v20131101.…
  const prefix = target.slice(target.lastIndexOf('.', dot - 1) + 1, Math.max(dot, 0));
  return find(operation, (s) => s.protocol === 'awsJson' && s.target === prefix);
}

function byForm(form: URLSearchParams): Address | undefined {
  const version = form.get('Version');
  return find(form.get('Action') ?? '', (s) => s.protocol === 'query' && s.version === version);
}

function byPath(methodAndPath: string): Address | undefined {
  for (const [name, service] of services) {
    if (service.protocol !== 'restJson' || !Object.hasOwn(service.paths, methodAndPath)) continue;
    return { name, service, operation: service.paths[methodAndPath]! };
  }
  return undefined;
}

function find(operation: string, matches: (service: Service) => boolean): Address | undefined {
  for (const [name, service] of services) {
    if (matches(service)) return { name, service, operation };
  }
  return undefined;
}
