/*
 * The pages of a SQLite database (sqlite.org/fileformat2.html), as far as it takes to know that they can be read in a time and a space
 * that grow with the size of the file: SQLite itself follows pages that are named twice, or name each other, as often as they are named.
 */

/** The sizes of values by their serial type, up to 9. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

class DamagedError extends Error {
  override name = 'DamagedError';
}

/** A number of up to 64 bits in groups of 7, and where it ends. */
function varint(bytes: Uint8Array, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + 1 };
  }
  return { value: value * 256 + (bytes[from + 8] ?? 0), end: from + 9 };
}

/** Whether each page of the tables and indexes of a database is used in one place, and has no more content than fits. */
export function hasSoundPages(bytes: Uint8Array): boolean {
  try {
    const roots: number[] = [];
    const walk = createWalk(bytes);
    walk(1, (payload) => roots.push(rootOf(payload)));
    for (const root of roots) if (root > 0) walk(root);
    return true;
  } catch (error) {
    if (error instanceof DamagedError || error instanceof RangeError) return false;
    throw error;
  }
}

/** The root page that a row of the schema names. 0 if it has none, as views have. */
function rootOf(payload: Buffer): number {
  const header = varint(payload, 0);
  const columns: { type: number; from: number }[] = [];
  for (let at = header.end, from = header.value; columns.length < 4; ) {
    const { value: type, end } = varint(payload, at);
    columns.push({ type, from });
    from += type < 12 ? (sizes[type] ?? 0) : Math.floor((type - 12) / 2);
    at = end;
  }
  const { type = 0, from = 0 } = columns[3] ?? {};
  if (type === 8 || type === 9) return type - 8;
  const size = sizes[type] ?? 0;
  if (type < 1 || type > 6) throw new DamagedError();
  return size <= 6 ? payload.readIntBE(from, size) : Number(payload.readBigInt64BE(from));
}

/** Visits the pages of trees. @throws DamagedError at a page that was visited before, or is damaged */
function createWalk(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const given = view.getUint16(16);
  const pageSize = given === 1 ? 65_536 : given;
  const usable = pageSize - view.getUint8(20);
  if (pageSize < 512 || usable < 480) throw new DamagedError();
  const visited = new Uint8Array(Math.floor(bytes.length / pageSize) + 1);
  /** The place of a page, which is visited once. */
  const visit = (page: number): number => {
    if (visited[page] !== 0 || page === 0) throw new DamagedError();
    visited[page] = 1;
    return (page - 1) * pageSize;
  };
  const minLocal = Math.floor(((usable - 12) * 32) / 255) - 23;
  const maxIndexLocal = Math.floor(((usable - 12) * 64) / 255) - 23;
  /** The number of bytes of a payload that stand in its own page. */
  const localOf = (size: number, isTable: boolean) => {
    const max = isTable ? usable - 35 : maxIndexLocal;
    if (size <= max) return size;
    const local = minLocal + ((size - minLocal) % (usable - 4));
    return local <= max ? local : minLocal;
  };
  /** The parts of a payload: of its own page, and of those that go on from it. */
  const partsOf = (at: number, size: number, local: number): Uint8Array[] => {
    const parts = [bytes.subarray(at, at + local)];
    let next = at + local;
    for (let left = size - local; left > 0; left -= usable - 4) {
      next = visit(view.getUint32(next));
      parts.push(bytes.subarray(next + 4, next + 4 + Math.min(left, usable - 4)));
    }
    return parts;
  };

  return (root: number, onRow?: (payload: Buffer) => void): void => {
    const pages = [root];
    for (let page = pages.pop(); page !== undefined; page = pages.pop()) {
      const start = visit(page);
      const header = start + (page === 1 ? 100 : 0);
      const kind = view.getUint8(header);
      // 2 and 5 are inner pages of indexes and tables, 10 and 13 their leaves.
      if (![2, 5, 10, 13].includes(kind)) throw new DamagedError();
      const isLeaf = kind >= 10;
      const pointers = header + (isLeaf ? 8 : 12);
      const count = view.getUint16(header + 3);
      if (!isLeaf) pages.push(view.getUint32(header + 8));
      let content = 0;
      for (let index = 0; index < count; index++) {
        const cell = start + view.getUint16(pointers + 2 * index);
        if (!isLeaf) pages.push(view.getUint32(cell));
        // Of an inner page of a table, a cell has only a page and a number.
        if (kind === 5) continue;
        const { value: size, end } = varint(bytes, isLeaf ? cell : cell + 4);
        const at = kind === 13 ? varint(bytes, end).end : end;
        const local = localOf(size, kind === 13);
        content += at - cell + local;
        if (content > usable) throw new DamagedError();
        const parts = partsOf(at, size, local);
        onRow?.(Buffer.concat(parts));
      }
    }
  };
}
