import { XMLBuilder } from 'fast-xml-parser';
import type { Reply } from '../http/reply.ts';
import { AwsError, type Json } from '../operation.ts';
import type { QueryService, Service } from '../services/service.ts';
import { queryOutput } from './query-output.ts';

const xml = new XMLBuilder({ ignoreAttributes: false });

/** A successful answer in the protocol of the service. */
export function success(service: Service, operation: string, output: Json, requestId: string): Reply {
  if (service.protocol === 'query') {
    return xmlReply(200, requestId, {
      [`${operation}Response`]: {
        '@_xmlns': service.namespace,
        [`${operation}Result`]: queryOutput(output),
        ResponseMetadata: { RequestId: requestId },
      },
    });
  }
  return jsonReply(service, 200, requestId, output);
}

/** A failure in the protocol of the service. */
export function failure(service: Service, error: AwsError, requestId: string): Reply {
  if (service.protocol === 'query') return xmlFailure(service, error, requestId);
  // Secrets Manager writes `Message`, others `message`; the SDKs read either.
  const spelling = service.protocol === 'awsJson' ? (service.spelling ?? 'Message') : 'message';
  const usual = { __type: error.code, ...(error.message === '' ? {} : { [spelling]: error.message }) };
  const body = service.protocol === 'restJson' && service.failure ? service.failure(error) : usual;
  return jsonReply(service, error.status, requestId, body, { 'x-amzn-errortype': error.code });
}

/** The answer to a request that is addressed to no service, or to no operation of one. */
export function unknownOperation(service: Service | undefined, operation: string): AwsError {
  if (service?.protocol === 'query') {
    const message = `Could not find operation ${operation} for version ${service.version}`;
    return new AwsError('InvalidAction', message);
  }
  return new AwsError('UnknownOperationException', '');
}

/** How a request is answered that is addressed to no service: as the JSON services do. */
export const nobody: Service = { protocol: 'awsJson', target: '', operations: {} };

function jsonReply(
  service: Service,
  status: number,
  requestId: string,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const type = service.protocol === 'awsJson' ? 'application/x-amz-json-1.1' : 'application/json';
  return {
    status,
    headers: { 'content-type': type, 'x-amzn-requestid': requestId, ...headers },
    body: JSON.stringify(body),
  };
}

function xmlFailure(service: QueryService, error: AwsError, requestId: string): Reply {
  return xmlReply(error.status, requestId, {
    ErrorResponse: {
      '@_xmlns': service.namespace,
      Error: {
        Type: error.status < 500 ? 'Sender' : 'Receiver',
        Code: error.code,
        Message: error.message,
      },
      RequestId: requestId,
    },
  });
}

function xmlReply(status: number, requestId: string, document: Json): Reply {
  const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
  return { status, headers, body: xml.build(document) };
}
