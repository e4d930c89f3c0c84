import { required, text } from '../secretsmanager/fields.ts';

/** A key in any of its forms. */
export const keyId = required(text({ min: 1, max: 2048 }));

/** An alias with its `alias/`. */
export const aliasName = required(text({ min: 1, max: 256, pattern: /^[a-zA-Z0-9:/_-]+$/ }));

/** A key policy's JSON. */
export const policyText = text({ min: 1, max: 131_072, pattern: /^[\t\n\r\u0020-\u00FF]+$/ });

/** Where a listing goes on. */
export const marker = text({ min: 1, max: 1024, pattern: /^[\u0020-\u00FF]*$/ });
