/** The five status tones. They carry meaning only: never decoration, categories or a diff. */
export type Tone = 'ok' | 'warn' | 'fail' | 'progress' | 'idle';
