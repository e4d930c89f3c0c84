import { ControlError } from '../../control/error.ts';
import { type Field, flag, readFields, required, text } from '../../control/fields.ts';
import { parseDuration } from '../../duration.ts';
import type { Json } from '../../operation.ts';

/** A role of the operators' account that a story brings along, with its identity policy as JSON text. */
export interface StoryRole {
  readonly name: string;
  readonly policy: string;
}

/** One AWS call of the past. */
export interface StoryScene {
  /** How long before the world opens, in milliseconds. */
  readonly ago: number;
  /** An operator's name, or `<role>/<session>` of a role of the story. */
  readonly as: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  readonly input: Json;
  readonly userAgent: string | undefined;
  readonly sourceIp: string | undefined;
  /** AWS is meant to refuse it. */
  readonly refused: boolean;
}

/** A world of somebody's own: who there is besides the operators, and what they did, in the order of time. */
export interface Story {
  readonly roles: readonly StoryRole[];
  readonly scenes: readonly StoryScene[];
}

/** A story that cannot be told; the message is one line that names the place in the file. */
export class BadStory extends Error {
  override readonly name = 'BadStory';
}

/** Reads a story from its JSON text; throws BadStory. Unknown fields are refused: a misspelt one would do nothing. */
export function readStory(json: string): Story {
  const story = at('the file', () =>
    readFields(objectIn(parse(json), 'the file'), { roles: list, scenes: list }),
  );
  const scenes = at('the file', () => required(story.scenes, 'scenes'));
  return {
    roles: (story.roles ?? []).map((role, index) => at(`role ${index + 1}`, () => readRole(role))),
    scenes: scenes
      .map((scene, index) => at(`scene ${index + 1}`, () => readScene(scene)))
      .sort((one, other) => other.ago - one.ago),
  };
}

function readRole(value: Json): StoryRole {
  const { name, policy } = readFields(value, { name: text, policy: object });
  return { name: required(name, 'name'), policy: JSON.stringify(required(policy, 'policy')) };
}

function readScene(value: Json): StoryScene {
  const read = readFields(value, {
    at: text,
    as: text,
    region: text,
    service: text,
    operation: text,
    input: object,
    userAgent: text,
    sourceIp: text,
    refused: flag,
  });
  return {
    ago: agoOf(required(read.at, 'at')),
    as: required(read.as, 'as'),
    region: required(read.region, 'region'),
    service: read.service ?? 'secretsmanager',
    operation: required(read.operation, 'operation'),
    input: read.input ?? {},
    userAgent: read.userAgent,
    sourceIp: read.sourceIp,
    refused: read.refused ?? false,
  };
}

function agoOf(at: string): number {
  const ago = at.startsWith('-') ? parseDuration(at.slice(1)) : undefined;
  if (ago === undefined)
    throw new ControlError('Field "at" must be a duration before now, such as -PT5H30M.');
  return ago;
}

const object: Field<Json> = (value, name) => objectIn(value, `Field "${name}"`);

const list: Field<readonly Json[]> = (value, name) => {
  if (Array.isArray(value)) return value.map((one) => objectIn(one, `Each of "${name}"`));
  throw new ControlError(`Field "${name}" must be a list.`);
};

function objectIn(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new ControlError(`${what} must be a JSON object.`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new BadStory('the file is not JSON');
  }
}

function at<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ControlError) throw new BadStory(`${place}: ${cause.message}`);
    throw cause;
  }
}
