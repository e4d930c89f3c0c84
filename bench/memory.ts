import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Result, told } from './report.ts';

/** How much memory a process holds now. */
export function measureMemory(pid: number): Result {
  return told('memory (RSS) of the console after all this', `${Math.round(kilobytes(pid) / 1024)} MiB`);
}

/** The resident memory of a process, in KiB. */
export function kilobytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}
