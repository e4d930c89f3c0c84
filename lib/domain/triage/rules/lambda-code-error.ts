import type { Rule } from '../clue.ts';

// The function itself is broken. A crash is often what follows from something else: these clues weigh little unless
// they say that the function did not even start.
export const lambdaCodeError: Rule = {
  cause: 'lambda-code-error',
  clues: [
    {
      sign: /Runtime\.(?:ImportModuleError|HandlerNotFound|UserCodeSyntaxError|MalformedHandlerName|InvalidEntrypoint|NoSuchHandler|InvalidWorkingDir\w{0,5}|ModuleNotFound\w{0,5}|NodejsRuntimeError|ClassNotFound|BadFunctionCode|MarshalError|UnmarshalError|LambdaContextUnmarshalError)\b|Unable to import module|Handler '[^']{1,200}' missing on module|Cannot find (?:module|package) '/i,
      weight: 95,
      says: 'The function could not be loaded',
    },
    {
      sign: /No module named|ModuleNotFoundError|ImportError:|cannot import name|Error (?:loading|importing) (?:module|shared)|cannot open shared object|invalid ELF header|GLIBC_\d|exec format error|fork\/exec|ClassNotFoundException|NoClassDefFoundError|UnsupportedClassVersionError|NoSuchMethodError|Class not found|LoadError|cannot load such file|Could not load file or assembly|no such file or directory[^\n]{0,40}(?:bootstrap|handler)|(?:IndentationError|TabError|SyntaxError): (?!Unexpected (?:token|end|number|string|non-whitespace)|Expected|Bad control|[^\n]{0,60}JSON)|Cannot use import statement|require is not defined in ES|is not exported|Error loading .{0,60}handler/,
      weight: 92,
      says: 'A part of the function is missing or does not load',
      unless: /psycopg2\.errors|at or near|ProgrammingError|Unexpected token|in JSON|valid JSON|KeyError/,
    },
    {
      sign: /\bNotImplemented(?:Error|Exception)\b|not (?:yet )?implemented\b|unimplemented!/i,
      weight: 90,
      says: 'A step of the function was never written',
      unless: /engine|Command not implemented/i,
    },
    {
      sign: /Invalid step parameter|(?:unknown|invalid|unsupported|unrecogni[sz]ed) (?:rotation )?step\b/i,
      weight: 86,
      says: 'The function does not know the step',
    },
    {
      sign: /Runtime\.OutOfMemory|OutOfMemoryError|\bout of memory\b|signal: killed|MemoryError\b|JavaScript heap|heap out of memory|Cannot allocate memory|ENOMEM\b/i,
      weight: 84,
      says: 'The function ran out of memory',
      unless: /ORA-04|PostgreSQL|FATAL:|shared memory|SQLSTATE/,
    },
    {
      sign: /Runtime exited|Runtime\.(?:ExitError|Unknown)|exit status \d|Extension\.(?:Crash|InitError|ExitError|LaunchError)|process exited before completing|segmentation fault|SIGSEGV|core dumped|Lambda\.Unknown/i,
      weight: 48,
      says: 'The process of the function ended by itself',
    },
    {
      sign: /\b(?:NameError|AttributeError|UnboundLocalError|IndexError|RecursionError|ReferenceError|RangeError|NoMethodError|ArgumentError|ArithmeticError|ZeroDivisionError|NullPointerException|ClassCastException|IndexOutOfBounds\w{0,20}|ArrayIndexOutOfBounds\w{0,12}|NullReferenceException|InvalidCastException|MissingMethodException|NumberFormatException|StackOverflowError|NoSuchElementException|ConcurrentModificationException|IllegalMonitorStateException)\b/,
      weight: 46,
      says: 'The function stumbles over its own code',
      unless: /SecretString|ORA-|SQLSTATE/,
    },
    {
      sign: /\bTypeError\b|\bpanic: |panicked at|goroutine \d{1,9} \[running\]|is not a function|is not (?:iterable|defined|a constructor)|Cannot (?:read|set|destructure) propert|of undefined|of null\b|undefined method|undefined local variable|nil pointer dereference|index out of range|object is not (?:callable|subscriptable|iterable)|unexpected keyword argument|positional arguments?|Object reference not set|called `(?:Option|Result)::unwrap|ValidationException: \d validation error|Parameter validation failed|Missing required parameter|Invalid type for parameter|ParamValidationError|UnhandledPromiseRejection$/m,
      weight: 45,
      says: 'The function stumbles over its own code',
      unless: /fetch failed|string indices must/,
    },
    {
      sign: /KeyError: ['"](?:[A-Z][A-Z0-9_]{2,60}|Step|SecretId|ClientRequestToken)['"]|environment variable[^\n]{0,80}(?:not set|missing|undefined|required|is empty)|(?:missing|required|undefined|unset) (?:required )?env(?:ironment)?(?: variable)?|Environment variable \S{1,60} (?:is )?not|NoRegionError|You must specify a region|Region is missing/i,
      weight: 74,
      says: 'A setting of the function is missing',
      unless: /KeyError: ['"]AWS(?:PENDING|CURRENT)/,
    },
    {
      sign: /'cryptography' package is required|pip install|SyntaxWarning|libpq\.so|libmysqlclient|\bpg_config\b|Unable to load (?:native|library)|DPI-1047|DPI-1050|Can't open lib '|Data source name not found|No suitable driver|IM002|driver (?:not found|is not installed)/i,
      weight: 88,
      says: 'A driver or library is missing from the function',
    },
    {
      sign: /EROFS|Read-only file system|EACCES: permission denied, (?:open|mkdir|unlink)|PermissionError: \[Errno 13\]|ENOSPC|No space left on device/,
      weight: 82,
      says: 'The function writes where it may not',
    },
  ],
};
