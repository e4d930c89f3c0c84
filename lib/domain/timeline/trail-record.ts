/**
 * One CloudTrail record, reduced to what a timeline looks at. Whatever else a record holds is dropped where it
 * is read, so nothing unforeseen can travel on.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface TrailRecord {
  readonly id: string;
  readonly name: string;
  /** ISO instant; CloudTrail dates by whole seconds. */
  readonly at: string;
  readonly readOnly: boolean;
  /** Set for what the service did by itself: such records name no caller. */
  readonly byService: boolean;
  readonly identity: TrailIdentity;
  readonly userAgent?: string;
  readonly sourceIp?: string;
  readonly requestId?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  /** Made in the AWS console, as the record says itself. */
  readonly fromConsole?: boolean;
  readonly asked: TrailRequest;
  readonly answered: TrailAnswer;
  /** The full ARN of the secret a service event is about. */
  readonly about?: string;
}

/** The `userIdentity` element; which of it is there depends on who called. */
export interface TrailIdentity {
  readonly type?: string;
  readonly arn?: string;
  readonly account?: string;
  readonly userName?: string;
  /** The role behind a session. */
  readonly role?: string;
  readonly invokedBy?: string;
  readonly sourceIdentity?: string;
}

/** The members of `requestParameters` that name things; values and free text are never among them. */
export interface TrailRequest {
  /** As the caller typed it: a name, a full or a partial ARN. */
  readonly secretId?: string;
  /** CreateSecret. */
  readonly name?: string;
  readonly token?: string;
  readonly versionId?: string;
  readonly label?: string;
  readonly labels?: readonly string[];
  readonly moveTo?: string;
  readonly removeFrom?: string;
  readonly rotateImmediately?: boolean;
  /** Regions to replicate to, or to take out. */
  readonly regions?: readonly string[];
}

/** The members of `responseElements` that name things. */
export interface TrailAnswer {
  readonly arn?: string;
  readonly name?: string;
  readonly versionId?: string;
}
