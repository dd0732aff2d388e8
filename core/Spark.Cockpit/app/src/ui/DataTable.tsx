import type { ReactNode } from "react";

export interface Column {
  name: string;
  isNumber?: boolean;
}

/** A table in a frame of its own, which a keyboard can scroll when it is wider than the page. */
export function DataTable({ label, columns, className = "table", children }: { label: string; columns: Column[]; className?: string; children: ReactNode }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table className={className}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumber ? "number" : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
