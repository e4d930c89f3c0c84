import { listRegions } from './account/list-regions.ts';
import { lookupEvents } from './cloudtrail/lookup-events.ts';
import { iamOperations } from './iam/operations.ts';
import { sso, ssoOidc } from './identity-center/services.ts';
import { kmsOperations } from './kms/operations.ts';
import { LAMBDA_PATHS, lambdaOperations } from './lambda/operations.ts';
import { logsOperations } from './logs/operations.ts';
import { secretsManagerOperations } from './secretsmanager/operations.ts';
import type { Service } from './service.ts';
import { stsOperations } from './sts/operations.ts';
import { strangerOf } from './sts/web-identity.ts';

/** Every service the sandbox serves, by its signing name. */
export const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  [
    'secretsmanager',
    {
      protocol: 'awsJson',
      target: 'secretsmanager',
      // Asked for late: its rotations run functions, which call every service.
      get operations() {
        return secretsManagerOperations;
      },
    },
  ],
  ['logs', { protocol: 'awsJson', target: 'Logs_20140328', spelling: 'message', operations: logsOperations }],
  [
    'cloudtrail',
    {
      protocol: 'awsJson',
      target: 'CloudTrail_20131101',
      spelling: 'message',
      operations: { LookupEvents: lookupEvents },
    },
  ],
  ['lambda', { protocol: 'restJson', paths: LAMBDA_PATHS, operations: lambdaOperations }],
  ['kms', { protocol: 'awsJson', target: 'TrentService', spelling: 'message', operations: kmsOperations }],
  [
    'sts',
    {
      protocol: 'query',
      version: '2011-06-15',
      namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
      operations: stsOperations,
      unsigned: { AssumeRoleWithWebIdentity: strangerOf },
    },
  ],
  [
    'iam',
    {
      protocol: 'query',
      version: '2010-05-08',
      namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
      operations: iamOperations,
    },
  ],
  [
    'account',
    {
      protocol: 'restJson',
      paths: { 'POST /listRegions': 'ListRegions' },
      operations: { ListRegions: listRegions },
    },
  ],
  ['sso-oidc', ssoOidc],
  ['sso', sso],
]);
