import { arnInRegion } from '../arn.ts';
import { csv } from '../export/csv.ts';
import type { Cell, MatrixRow } from './cell.ts';
import { cellWord } from './state-word.ts';

/** One region of one secret as an export of the matrix holds it; what is not known is null. Never a value. */
interface CellRecord {
  readonly name: string;
  /** Of the copy in that region, whether it is there or not. */
  readonly arn: string;
  readonly primaryRegion: string;
  readonly region: string;
  readonly state: string;
  /** The version AWSCURRENT is on at the primary, and there. */
  readonly primaryServes: string | null;
  readonly serves: string | null;
  /** How what it serves is known: read there, or from a listing that may be five minutes old. */
  readonly source: string | null;
  /** The ARN of a secret of its own that has the name there; it is no copy. */
  readonly otherSecret: string | null;
  /** Labels that are on other versions than at the primary. */
  readonly differs: string | null;
  /** AWS's own word, which is no proof, and its message. */
  readonly reported: string | null;
  readonly message: string | null;
  readonly kmsKey: string | null;
  /** A day: AWS tells no more. */
  readonly lastAccessed: string | null;
}

/** The records of a secret, one for each region that has, or should have, anything of it. */
function cellRecords({ secret, cells }: MatrixRow): CellRecord[] {
  const { key, name, primaryRegion } = secret;
  const primaryServes = cells.find(({ region }) => region === primaryRegion)?.serves ?? null;
  return cells
    .filter(({ state }) => state !== 'none')
    .map((cell) => ({
      name,
      arn: arnInRegion(key, cell.region),
      primaryRegion,
      region: cell.region,
      state: cellWord(cell),
      primaryServes,
      serves: cell.twin ? null : (cell.serves ?? null),
      source: cell.twin || cell.serves === undefined ? null : (cell.source ?? null),
      otherSecret: cell.twin ? (cell.other?.arn ?? arnInRegion(key, cell.region)) : null,
      differs: differing(cell),
      reported: cell.report?.status ?? null,
      message: cell.report?.message ?? null,
      kmsKey: cell.report?.kmsKeyId ?? null,
      lastAccessed: cell.report?.lastAccessed ?? null,
    }));
}

const differing = ({ differs = [] }: Cell) =>
  differs.length === 0 ? null : differs.map(({ label }) => label).join(' ');

/** A secret over its regions, for JSON. */
export const matrixRecord = (row: MatrixRow) => ({
  name: row.secret.name,
  arn: row.secret.key,
  primaryRegion: row.secret.primaryRegion,
  regions: cellRecords(row).map(({ name: _, primaryRegion: __, ...region }) => region),
});

/** The matrix as CSV, a line for each region of each secret. */
export const matrixCsv = (rows: readonly MatrixRow[]): string => csv(fields, rows.flatMap(cellRecords));

// In this order; the type makes sure that none is missing.
const order: Record<keyof CellRecord, true> = {
  name: true,
  arn: true,
  primaryRegion: true,
  region: true,
  state: true,
  primaryServes: true,
  serves: true,
  source: true,
  otherSecret: true,
  differs: true,
  reported: true,
  message: true,
  kmsKey: true,
  lastAccessed: true,
};
const fields = Object.keys(order) as (keyof CellRecord)[];
