import type { Build } from './build.ts';
import { catalogOf } from './demo/catalog.ts';
import { writeChanges } from './demo/changes.ts';
import { writeDailyLife } from './demo/daily.ts';
import { goLive } from './demo/functions.ts';
import { writeHero } from './demo/hero.ts';
import { type Stage, writeHistory } from './demo/history.ts';
import { writeIncident } from './demo/incident.ts';
import { makeKeys } from './demo/keys.ts';
import { castOf } from './demo/people.ts';
import { createScript } from './demo/script.ts';
import { writeSharedAccount } from './demo/shared-account.ts';
import { writeClashes, writeClusters, writeExternal, writeSlowCopies } from './demo/special.ts';
import { writeStagingAccount } from './demo/staging-account.ts';
import { writeCases } from './demo/write-cases.ts';

/**
 * The company one can explore without an account: its secrets, and fourteen months of what people,
 * pipelines, applications and rotation functions did to them, each a call of the AWS operations, or what
 * the service does by itself, in the order of time.
 */
export function buildDemo(build: Build): void {
  const stage: Stage = { script: createScript(build), random: build.random, people: castOf(build) };
  makeKeys(stage);
  writeHero(stage);
  for (const plan of catalogOf(build.random)) writeHistory(stage, plan);
  writeClusters(stage);
  writeExternal(stage);
  writeClashes(stage);
  writeSlowCopies(stage);
  writeSharedAccount(stage);
  writeDailyLife(stage);
  writeIncident(stage);
  writeCases(stage);
  writeChanges(stage);
  goLive(stage);
  writeStagingAccount(stage, build);
  stage.script.play();
}
