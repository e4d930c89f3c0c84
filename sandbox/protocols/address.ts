import type { Incoming } from '../http/reply.ts';
import type { Json } from '../operation.ts';
import { services } from '../services/registry.ts';
import type { Service } from '../services/service.ts';

/** What a request is addressed to: a service, and the operation it names there, known or not. */
export interface Address {
  readonly name: string;
  readonly service: Service;
  readonly operation: string;
  /** The members of the input that the address carries: parts of the path, the query, and headers. */
  readonly members?: Json;
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
  return byPath(incoming);
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

function byPath({ method, url, headers }: Incoming): Address | undefined {
  for (const [name, service] of services) {
    if (service.protocol !== 'restJson') continue;
    for (const [path, operation] of Object.entries(service.paths)) {
      const labels = labelsIn(path, `${method} ${url.pathname}`);
      if (labels) {
        const carried = Object.entries(service.headers ?? {}).flatMap(([header, member]) =>
          headers[header] === undefined ? [] : [[member, headers[header]]],
        );
        const members = {
          ...Object.fromEntries(url.searchParams),
          ...Object.fromEntries(carried),
          ...labels,
        };
        return { name, service, operation, members };
      }
    }
  }
  return undefined;
}

/**
 * The parts of a path that its template names; undefined if the path is another.
 * https://smithy.io/2.0/spec/http-bindings.html#httplabel-trait
 */
function labelsIn(template: string, path: string): { [member: string]: string } | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const labels: { [member: string]: string } = {};
  for (const [at, part] of wanted.entries()) {
    const member = /^\{(\w+)\}$/.exec(part)?.[1];
    if (member === undefined ? part !== given[at] : given[at] === '') return undefined;
    if (member === undefined) continue;
    const value = decoded(given[at]!);
    if (value === undefined) return undefined;
    labels[member] = value;
  }
  return labels;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function find(operation: string, matches: (service: Service) => boolean): Address | undefined {
  for (const [name, service] of services) {
    if (matches(service)) return { name, service, operation };
  }
  return undefined;
}
