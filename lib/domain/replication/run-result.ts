/** What came of one step of a run: done and read back, or why the run stopped there. */
export interface RunResult {
  readonly outcome: 'done' | 'stopped';
  /** AWS's clock, ISO. */
  readonly at: string;
  readonly requestId?: string | undefined;
  readonly words?: string | undefined;
}
