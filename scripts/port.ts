import { type AddressInfo, connect, createServer } from 'node:net';

/** Where `localhost` may lead: a stranger on either would answer in our place. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/** Whether nobody answers on this port of this computer, and we may listen there. */
export async function isFree(port: number): Promise<boolean> {
  const answered = await Promise.all(LOOPBACKS.map((host) => answers(host, port)));
  return !answered.includes(true) && (await listen(port)) !== undefined;
}

/** The first free port from the given one on. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${first} to ${first + 99} is free.`);
}

/** Any free port, as the operating system chooses. */
export async function anyFreePort(): Promise<number> {
  const port = await listen(0);
  if (port === undefined) throw new Error('No port is free.');
  return port;
}

/** The port a text names; undefined when it names none. */
export function portOf(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}

/** Listens for a moment; the port, or undefined where that is not possible. */
function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
