import type { Rule } from '../clue.ts';

// The value is not the JSON, or lacks the keys, that the function reads.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
export const secretFormatInvalid: Rule = {
  cause: 'secret-format-invalid',
  clues: [
    {
      sign: /is not the same host as\/rds replica of master/i,
      weight: 94,
      says: 'The secret and the superuser secret name different hosts',
    },
    {
      sign: /['"]?\b(?!masterarn)\w{1,60}['"]? key is missing from secret JSON/i,
      weight: 96,
      says: 'The secret lacks a key that the function reads',
      unless: /masterarn key is missing/i,
    },
    {
      sign: /KeyError: ['"](?:host(?:name)?|username|user|password|port|dbname|database|engine|passwd|SecretString|apiKey|api_key|client_?[iI]d|client_?[sS]ecret|token|url|endpoint|db\w{2,30}|user_?[nN]ame|access_?[kK]ey\w{0,10}|private_?[kK]ey|tenant\w{0,10})['"]/,
      weight: 86,
      says: 'The secret lacks a key that the function reads',
    },
    {
      sign: /KeyError: ['"][a-z][A-Za-z_]{1,40}['"]/,
      weight: 66,
      says: 'A key that the function reads is missing, most likely from the secret',
    },
    {
      sign: /\bkey not found: "?:?[a-z]\w{1,40}/,
      weight: 72,
      says: 'A key that the function reads is missing',
    },
    {
      sign: /JSONDecodeError|Expecting (?:value|property name enclosed)|Unterminated string starting at|Extra data: line|Invalid control character at/,
      weight: 84,
      says: 'The value is not JSON',
      unless: /requests[./]|response\.json|urllib|httpx|aiohttp|\.json\(\)|HTTPError/,
    },
    {
      sign: /Unexpected token (?!'?<)[^\n]{1,40} in JSON|Unexpected token (?!'?<)[^\n]{1,60} is not valid JSON|Unexpected end of JSON input|is not valid JSON|Expected (?:property name|double-quoted property name|',' or '[}\]]')[^\n]{0,40}JSON|Unexpected (?:non-whitespace|string|number|token \S{1,8}) [^\n]{0,30}JSON|Bad control character in string literal in JSON/i,
      weight: 84,
      says: 'The value is not JSON',
      unless: /Unexpected token '?<|axios|fetch failed|response\.json/i,
    },
    {
      sign: /JsonParseException|JsonMappingException|MismatchedInputException|UnrecognizedPropertyException|JsonSyntaxException|MalformedJsonException|JsonProcessingException|org\.json\.JSONException|JSONException|Unrecognized token '|Unrecognized field/,
      weight: 84,
      says: 'The value is not the JSON that is read',
    },
    {
      sign: /invalid character '[^\n]{1,6}' (?:looking for|after|in|at)|unexpected end of JSON input|json: cannot unmarshal|json: unknown field/,
      weight: 84,
      says: 'The value is not the JSON that is read',
      unless: /invalid character '<'/,
    },
    {
      sign: /Text\.Json\.JsonException|Newtonsoft\.Json\.Json\w{1,20}Exception|is an invalid start of a value|could not be converted to System|JsonReaderException/,
      weight: 84,
      says: 'The value is not JSON',
    },
    {
      sign: /JSON::ParserError|missing field `\w{1,60}`|expected value at line \d{1,9} column|EOF while parsing|trailing characters at line|invalid type: [^\n]{1,60}, expected/,
      weight: 84,
      says: 'The value is not the JSON that is read',
    },
    {
      sign: /\b(?:secret|SecretString|secret[_ ]?(?:value|string|json|dict)|credentials?)\b[^\n]{0,60}\b(?:is missing|missing|lacks?|does ?n[o']t (?:have|contain|include)|must (?:contain|have|include)|has no|requires?|without)\b[^\n]{0,40}\b(?:keys?|fields?|propert(?:y|ies)|attributes?|host(?:name)?|username|password|port|dbname|engine)\b/i,
      weight: 86,
      says: 'The secret lacks a key that the function reads',
      unless: /master|admin|superuser|polic|HTTP/i,
    },
    {
      sign: /\b(?:missing|required|mandatory)\b[^\n]{0,40}\b(?:keys?|fields?|propert(?:y|ies)|attributes?|value)\b[^\n]{0,60}\b(?:in|from|of|on) (?:the )?(?:\w{1,20} )?(?:secret|credentials?)\b|\b(?:keys?|fields?|property) ['"`]?\w{1,40}['"`]? (?:is )?(?:missing|not (?:found|present|set)|required)[^\n]{0,30}\bsecret/i,
      weight: 86,
      says: 'The secret lacks a key that the function reads',
      unless: /master|admin|superuser/i,
    },
    {
      sign: /\b(?:secret|SecretString|secret value)\b[^\n]{0,50}\b(?:does not contain (?:a )?(?:valid )?JSON|is not (?:a )?(?:valid )?(?:JSON|dict|object)|not (?:valid )?JSON|malformed|could not be parsed|cannot be parsed|invalid (?:format|json|structure)|(?:unable|failed) to parse|must be (?:a )?(?:valid )?JSON|is empty|is binary|not a string)|(?:failed|unable) to (?:parse|decode|deserialize|unmarshal)[^\n]{0,40}\bsecret|invalid (?:secret (?:format|json|structure|schema|value|string|payload|content)|secret:)/i,
      weight: 86,
      says: 'The value cannot be read as the function expects',
    },
    {
      sign: /(?:string indices must be integers|'str' object has no attribute '(?:get|items|keys)'|the JSON object must be str|invalid literal for int\(\) with base 10|binascii\.Error|Port (?:could not be cast|should be|must be)|ERR_SOCKET_BAD_PORT|invalid port\b|must provide host|ZodError|ValidationError: [^\n]{0,80}(?:host|username|password|port))/i,
      weight: 70,
      says: 'A part of the value has the wrong form',
    },
    {
      sign: /Cannot destructure property ['"][^'"\n]{1,40}['"] of ['"]?(?:JSON\.parse|\w{0,20}[sS]ecret)/,
      weight: 72,
      says: 'The value is not the JSON object that is read',
    },
    {
      sign: /\b(?:username|password|host|port|dbname|engine|user)\b ?['"]? (?:is )?not (?:in|found in|present in|part of) (?:the )?(?:secret|SecretString)/i,
      weight: 84,
      says: 'The secret lacks a key that the function reads',
    },
  ],
};
