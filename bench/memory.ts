import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Result, told } from './report.ts';

/** How much memory a process holds now. */
export function measureMemory(pid: number): Result {
  return told('memory (RSS) of the console after all this', `${Math.round(kilobytes(pid) / 1024)} MiB`);
}

/** The most memory a process has ever held, in megabytes; where the system does not keep it, what it holds now. */
export function peakMegabytes(pid: number): number {
  return Math.round((kilobytes(pid, 'VmHWM') * 1024) / 1_000_000);
}

/** The resident memory of a process in KiB: now, or the most there ever was. */
export function kilobytes(pid: number, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) {
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(status, 'utf8'))?.[1]);
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}
