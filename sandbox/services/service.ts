import type { Operation } from '../operation.ts';

interface Operations {
  /** Operations nobody signs. */
  readonly unsigned?: readonly string[];
  readonly operations: Readonly<Record<string, Operation>>;
}

/** A service that is called by `POST /` with the operation in `X-Amz-Target`. */
interface AwsJsonService extends Operations {
  readonly protocol: 'awsJson';
  /** What stands before the operation in the target. */
  readonly target: string;
  /** How it spells the sentence of a failure; `Message` unless said otherwise. */
  readonly spelling?: 'Message' | 'message';
}

/** A service that is called by a form with `Action` and `Version`, and answers XML. */
export interface QueryService extends Operations {
  readonly protocol: 'query';
  readonly version: string;
  readonly namespace: string;
}

/** A service whose operations each have a method and a path of their own. */
interface RestJsonService extends Operations {
  readonly protocol: 'restJson';
  /** Operations by `METHOD /path`; `{Name}` in a path is a member of the input. */
  readonly paths: Readonly<Record<string, string>>;
}

/** One AWS service: how it is spoken to, and what it can do. */
export type Service = AwsJsonService | QueryService | RestJsonService;

/** How a service is spoken to. */
export type Protocol = Service['protocol'];
