import type { DialogPath } from "../api/types";

interface Wishes {
  width: number;
  height: number;
  /** What stands for the dialogs of a column that are too few to be drawn. */
  others: string;
  /** What stands behind a path's last dialog. */
  endOf: (path: DialogPath) => string;
}

interface PathNode {
  key: string;
  name: string;
  count: number;
  x: number;
  y: number;
  height: number;
  isLast: boolean;
}

interface PathBand {
  key: string;
  from: string;
  to: string;
  count: number;
  d: string;
  width: number;
}

const mostInColumn = 7;
const gap = 8;

/** Places the first dialogs, the second ones and so on in columns, each as high as how many came there, with bands between them. */
export function layOut(paths: DialogPath[], { width, height, others, endOf }: Wishes): { nodes: PathNode[]; bands: PathBand[] } {
  const columns = paths.length === 0 ? 0 : 1 + Math.max(...paths.map((path) => path.dialogs.length));
  // How conversations ended stands in the last column, however long they were.
  const ways = paths.map((path) => ({ at: (column: number) => (column === columns - 1 ? endOf(path) : path.dialogs[column]), count: path.count }));
  const total = ways.reduce((sum, way) => sum + way.count, 0);
  const nodes = new Map<string, PathNode & { out: number; in: number }>();
  const keyed = ways.map((way) => ({ ...way, keys: [] as string[] }));
  for (let column = 0; column < columns; column++) {
    const counts = new Map<string, number>();
    for (const way of keyed) {
      const name = way.at(column);
      if (name !== undefined) {
        counts.set(name, (counts.get(name) ?? 0) + way.count);
      }
    }

    const ordered = [...counts].sort((left, right) => right[1] - left[1]);
    const kept = new Set(ordered.slice(0, ordered.length > mostInColumn ? mostInColumn - 1 : mostInColumn).map(([name]) => name));
    const drawn = [...ordered.filter(([name]) => kept.has(name)), ...rest(ordered.filter(([name]) => !kept.has(name)), others)];
    const scale = (height - gap * mostInColumn) / Math.max(1, total);
    let y = 0;
    for (const [name, count] of drawn) {
      const high = Math.max(3, count * scale);
      nodes.set(`${column} ${name}`, { key: `${column} ${name}`, name, count, x: columns > 1 ? (column * (width - 8)) / (columns - 1) : 0, y, height: high, isLast: column === columns - 1, out: 0, in: 0 });
      y += high + gap;
    }

    for (const way of keyed) {
      const name = way.at(column);
      if (name !== undefined) {
        way.keys.push(`${column} ${kept.has(name) ? name : others}`);
      }
    }
  }

  const between = new Map<string, { from: string; to: string; count: number }>();
  for (const way of keyed) {
    for (let at = 0; at + 1 < way.keys.length; at++) {
      const [from, to] = [way.keys[at]!, way.keys[at + 1]!];
      const key = `${from}>${to}`;
      between.set(key, { from, to, count: (between.get(key)?.count ?? 0) + way.count });
    }
  }

  const bands = [...between].map(([key, band]) => {
    const [from, to] = [nodes.get(band.from)!, nodes.get(band.to)!];
    const wide = Math.max(1, (from.height * band.count) / from.count);
    const [y1, y2] = [from.y + from.out + wide / 2, to.y + to.in + wide / 2];
    from.out += wide;
    to.in += wide;
    const [x1, x2] = [from.x + 8, to.x];
    const middle = (x1 + x2) / 2;
    return { key, from: from.name, to: to.name, count: band.count, width: wide, d: `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` };
  });
  return { nodes: [...nodes.values()], bands };
}

const rest = (left: [string, number][], name: string): [string, number][] => (left.length === 0 ? [] : [[name, left.reduce((sum, [, count]) => sum + count, 0)]]);
