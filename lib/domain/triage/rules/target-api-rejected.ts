import type { Rule } from '../clue.ts';

// The SDK's own words about its HTTP exchange say nothing about a partner.
const SDK =
  /api error |\$metadata|\$fault|httpStatusCode|when calling the|\(Service: |ResponseMetadata|secretsmanager\.[a-z]{2}-|Secrets Manager/;

export const targetApiRejected: Rule = {
  cause: 'target-api-rejected',
  clues: [
    {
      sign: /\b(?:POST|PUT|GET|PATCH|DELETE) \S{1,300} {0,3}(?:->|=>|→|-|:|\||returned|got|gave)? {0,3}\(?(?:4(?!29)\d\d|5\d\d)\b|https?:\/\/\S{1,300} {0,3}(?:->|=>|→|\||returned|got|gave) {0,3}\(?(?:4(?!29)\d\d|5\d\d)\b/,
      weight: 82,
      says: "The target's API answered with an error",
      unless: SDK,
    },
    {
      sign: /\b(?:4(?!29|08)\d\d|5\d\d) (?:Client|Server) Error\b|HTTP ?(?:Error|status|response)?(?: ?code)?[:= ]{0,3}\b(?:4(?!29)\d\d|5\d\d)\b|HTTP\/[\d.]{1,3}["']? (?:4(?!29)\d\d|5\d\d)\b|(?:status|response)(?:[ _]?code)?["']?(?: (?:of|is|was)|[:=])? {0,2}["'(]?(?:4(?!29)\d\d|5\d\d)\b/i,
      weight: 86,
      says: "The target's API answered with an error",
      unless: SDK,
    },
    {
      sign: /(?:returned|responded with|respond(?:ed)?:?|replied|answered|got|received|failed with|with) (?:an? )?(?:HTTP )?(?:error )?(?:status )?(?:code )?\(?(?:4(?!29)\d\d|5\d\d)\b|\b(?:400 Bad Request|401 Unauthorized|403 Forbidden|404 Not Found|405 Method|409 Conflict|410 Gone|412 Precondition|415 Unsupported|422 Unprocessable|500 Internal|502 Bad Gateway|503 Service|504 Gateway)|status code does not indicate success|Http(?:Client|Server)ErrorException|HttpResponseException|HTTPStatusError|UnexpectedStatus|\b(?:4(?!29)\d\d|5\d\d) (?:from|for|on) (?:https?:|POST|PUT|GET|PATCH|DELETE)/i,
      weight: 85,
      says: "The target's API answered with an error",
      unless: SDK,
    },
    {
      sign: /(?:Exception|Error): \(?(?:4(?!29)[0-5]\d|50\d)\b(?!\d|,)/,
      weight: 74,
      says: "The target's API answered with an error",
      unless: /when calling the|sql|ORA-/i,
    },
    {
      sign: /\binvalid_(?:client|grant|token|scope|request|api_key)\b|\bunauthorized_client\b|\binsufficient_scope\b|AADSTS\d{4,8}|\baccess_denied\b|\bunsupported_grant_type\b/,
      weight: 84,
      says: 'The authorization server of the target refused',
    },
    {
      sign: /\b(?:invalid|revoked|expired|unknown|bad|missing) (?:API|access|auth|refresh|bearer|personal access)[ -]?(?:key|token)\b|\b(?:API|access|refresh|bearer) ?(?:key|token) (?:is |was |has been )?(?:invalid|revoked|expired|rejected|not valid|not authorized)|\bAPI (?:returned|responded|rejected|refused|error|call failed|request failed)\b|\b(?:partner|vendor|provider|upstream|remote|target)\b[^\n]{0,30}\b(?:refused|rejected|declined|returned an error)\b/i,
      weight: 76,
      says: "The target's API refused",
    },
    {
      sign: /Encountered API error while fetching connection parameters|is not a valid DB (?:Instance|Cluster) ARN|No (?:Instances|Clusters) found/i,
      weight: 92,
      says: 'RDS did not tell how to reach the database',
    },
    {
      sign: /\bDB(?:Instance|Cluster)NotFound(?:Fault)?\b|InvalidDB(?:Instance|Cluster)State(?:Fault)?|InvalidUserState(?:Fault)?|UserNotFoundFault|\b\w{3,60}Fault\b(?=[:)])|did not reach(?:ed)? the active status|InvalidParameterCombination|InvalidParameterValue\b/,
      weight: 82,
      says: 'The control plane of the target refused',
      unless: /when calling the (?:\w{0,12}SecretValue|DescribeSecret|UpdateSecret)/,
    },
    {
      sign: /Unexpected token '?<|invalid character '<' looking for|<!DOCTYPE html|(?:requests|httpx)[\w.]{0,40}JSONDecodeError|upstream connect error|Bad Gateway|Service Unavailable|Gateway Time-?out/i,
      weight: 78,
      says: "The target's API answered with something else than was expected",
      unless: SDK,
    },
    {
      sign: /^(?:\S{1,60} )?\b(?:Unauthorized|Forbidden)(?:Error|Exception)?\b(?:: |$)/m,
      weight: 62,
      says: "The target's API refused",
      unless: /codeName|not authorized on/,
    },
    {
      sign: /SalesforceAuthenticationFailed|\bINVALID_LOGIN\b|\bE00000\d\d\b|\btoken_(?:revoked|expired)\b|\b(?:invalid|not)_auth\w{0,6}\b|[Tt]he request to the \w{2,30} API failed|\bInvalid token provided\b/,
      weight: 86,
      says: "The target's API refused",
      unless: SDK,
    },
    {
      sign: /INVALID_SESSION_ID|Session expired or invalid|\b(?:Unauthorized|Forbidden|Not Found|Bad Request|Conflict|Unprocessable \w{6,7}|Internal Server Error)\b[^\n\w]{0,3}\(?\b(?:4(?!29)\d\d|5\d\d)\b/i,
      weight: 80,
      says: "The target's API refused",
      unless: SDK,
    },
  ],
};
