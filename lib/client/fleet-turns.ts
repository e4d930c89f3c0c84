import { createTurns } from './turns';

/**
 * Turns for whatever streams of several accounts at once: a browser has six connections to one host by HTTP/1.1, and a
 * stream keeps one until it ends.
 */
export const fleetTurns = createTurns(4);
