import type { Build } from './build.ts';
import { catalogOf } from './demo/catalog.ts';
import { writeHero } from './demo/hero.ts';
import { type Stage, writeHistory } from './demo/history.ts';
import { makeKeys } from './demo/keys.ts';
import { castOf } from './demo/people.ts';
import { createScript } from './demo/script.ts';
import { writeClashes, writeClusters } from './demo/special.ts';

/**
 * The company one can explore without an account: its secrets, and fourteen months of what people,
 * pipelines and rotation functions did to them, each a call of the AWS operations in the order of time.
 */
export function buildDemo(build: Build): void {
  const stage: Stage = { script: createScript(build), random: build.random, people: castOf(build) };
  writeHero(stage);
  for (const plan of catalogOf(build.random)) writeHistory(stage, plan);
  writeClusters(stage);
  writeClashes(stage);
  makeKeys(build);
  stage.script.play();
}
