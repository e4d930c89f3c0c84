/** Bytes as AWS bills a query of logs: `0.002 GB`, `3.1 GB`. */
export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(bytes < 1e9 ? 3 : 1)} GB`;
