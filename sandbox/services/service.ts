import type { AwsError, Json, Operation, Principal } from '../operation.ts';
import type { State } from '../state.ts';

interface Operations {
  /** Operations nobody signs, and who says to call them: the operation has to prove that itself. */
  readonly unsigned?: Readonly<Record<string, (input: Json, state: State) => Principal>>;
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
export interface RestJsonService extends Operations {
  readonly protocol: 'restJson';
  /** Operations by `METHOD /path`; `{Name}` in a path is a member of the input. */
  readonly paths: Readonly<Record<string, string>>;
  /** Headers that are members of the input, by their lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of a failure, where it is not the usual one. */
  readonly failure?: (error: AwsError) => Json;
}

/** One AWS service: how it is spoken to, and what it can do. */
export type Service = AwsJsonService | QueryService | RestJsonService;

/** How a service is spoken to. */
export type Protocol = Service['protocol'];
