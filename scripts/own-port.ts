import { leave } from './leave.ts';
import { isFree, portOf } from './port.ts';

/** The port the console shall listen on (`PORT`, else 3000); says how to choose another where it is taken. */
export async function consolePort(command: string): Promise<number> {
  const wanted = process.env.PORT || '3000';
  const port = portOf(wanted);
  if (port === undefined) return leave(`PORT must be a number from 1 to 65535, not "${wanted}".`);
  if (await isFree(port)) return port;
  return leave(`Port ${port} is in use. Choose another: PORT=${port < 65_535 ? port + 1 : 3001} ${command}`);
}
