import { listRegions } from './account/list-regions.ts';
import { iamOperations } from './iam/operations.ts';
import { secretsManagerOperations } from './secretsmanager/operations.ts';
import type { Service } from './service.ts';
import { stsOperations } from './sts/operations.ts';

/** Every service the sandbox serves, by its signing name. */
export const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['secretsmanager', { protocol: 'awsJson', target: 'secretsmanager', operations: secretsManagerOperations }],
  [
    'sts',
    {
      protocol: 'query',
      version: '2011-06-15',
      namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
      operations: stsOperations,
      unsigned: ['AssumeRoleWithWebIdentity'],
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
]);
