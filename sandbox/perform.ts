import { authorize } from './identity/authorize.ts';
import type { Call, Json } from './operation.ts';
import { unknownOperation } from './protocols/output.ts';
import { unknownKey } from './protocols/refusals.ts';
import { isEnabled } from './regions.ts';
import { services } from './services/registry.ts';

/** A call by a known principal, with all an operation may look at except IAM. */
export type Asked = Omit<Call, 'authorize'>;

/** Carries out one call: the only way to any operation, over HTTP as well as while a world is built. */
export function perform(asked: Asked, input: Json): Json {
  const service = services.get(asked.service);
  if (!service || !Object.hasOwn(service.operations, asked.operation)) {
    throw unknownOperation(service, asked.operation);
  }
  const { protocol } = service;
  if (!isEnabled(asked.region)) throw unknownKey(protocol);
  const call: Call = {
    ...asked,
    authorize: (request) =>
      authorize({ principal: asked.principal, region: asked.region, protocol }, request),
  };
  return service.operations[asked.operation]!(input, call);
}
