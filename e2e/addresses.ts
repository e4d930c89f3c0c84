/** Where the journeys find the built console and its local AWS; uncommon ports, so that a demo may run beside them. */
export const CONSOLE_PORT = 3719;
export const SANDBOX_PORT = 4719;
export const CONSOLE_URL = `http://localhost:${CONSOLE_PORT}`;
export const SANDBOX_URL = `http://127.0.0.1:${SANDBOX_PORT}`;
