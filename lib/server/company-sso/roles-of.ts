import 'server-only';
import * as z from 'zod';
import { type CompanyRole, rolesFor } from '@/lib/domain/company/role-rule';
import { companySso } from './configured';

const claims = z.record(z.string(), z.unknown());

/**
 * The roles that the rules give by an id token out of our own cookie: its signature was checked before it came there, so
 * that its claims need only be read. https://www.rfc-editor.org/rfc/rfc7519#section-3
 */
export function rolesOf(idToken: string): CompanyRole[] {
  const [, payload = ''] = idToken.split('.');
  const held = claims.safeParse(json(Buffer.from(payload, 'base64url').toString()));
  return held.success ? rolesFor(held.data, companySso()?.rules ?? []) : [];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
