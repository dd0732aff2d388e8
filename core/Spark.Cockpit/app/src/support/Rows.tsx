import { Button, Checkbox, Input, Select } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { CodeField } from "../ui/CodeField";
import { useWords } from "../words";

export interface Column<T> {
  key: keyof T & string;
  title: string;
  /** The values to choose from; a text when there are none, a box to tick for `flag`. */
  options?: string[];
  isFlag?: boolean;
  isRequired?: boolean;
  isMono?: boolean;
  /** What an expression can name, where one is typed. */
  expression?: readonly string[];
}

interface RowsProps<T> {
  caption: string;
  rows: T[];
  columns: Column<T>[];
  fresh: T;
  add: string;
  isReadOnly: boolean;
  onChange: (rows: T[]) => void;
  /** A further cell of each row. */
  more?: { title: string; of: (row: T) => ReactNode };
  extra?: ReactNode;
}

/** A table whose rows are typed into. */
export function Rows<T extends object>({ caption, rows, columns, fresh, add, isReadOnly, onChange, more, extra }: RowsProps<T>) {
  const words = useWords();
  const set = (index: number, key: string, value: unknown) => onChange(rows.map((row, at) => (at === index ? { ...row, [key]: value } : row)));
  return (
    <div className="rows">
      {rows.length > 0 ? (
        <div className="table-frame rows-frame" tabIndex={0} role="region" aria-label={caption}>
          <table className="table table-dense">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {column.title}
                  </th>
                ))}
                {more ? <th scope="col">{more.title}</th> : null}
                {isReadOnly ? null : (
                  <th scope="col">
                    <span className="visually-hidden">{words.common.actions}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {columns.map((column) => {
                    const value = row[column.key];
                    const label = `${column.title}, ${index + 1}`;
                    return (
                      <td key={column.key}>
                        {column.isFlag ? (
                          <Checkbox aria-label={label} checked={value === true} disabled={isReadOnly} onChange={(_, change) => set(index, column.key, change.checked === true)} />
                        ) : column.options ? (
                          <Select aria-label={label} size="small" value={String(value ?? "")} disabled={isReadOnly} onChange={(_, change) => set(index, column.key, change.value)}>
                            {column.options.map((option) => (
                              <option key={option}>{option}</option>
                            ))}
                          </Select>
                        ) : column.expression ? (
                          <CodeField label={label} names={column.expression} value={String(value ?? "")} isReadOnly={isReadOnly} onChange={(next) => set(index, column.key, next)} />
                        ) : (
                          <Input
                            aria-label={label}
                            size="small"
                            className={column.isMono ? "mono" : ""}
                            required={column.isRequired}
                            readOnly={isReadOnly}
                            value={String(value ?? "")}
                            onChange={(_, change) => set(index, column.key, change.value)}
                          />
                        )}
                      </td>
                    );
                  })}
                  {more ? <td>{more.of(row)}</td> : null}
                  {isReadOnly ? null : (
                    <td>
                      <Button
                        size="small"
                        appearance="subtle"
                        icon={<DeleteRegular />}
                        aria-label={`${words.common.remove}, ${index + 1}`}
                        onClick={() => onChange(rows.filter((_, at) => at !== index))}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {isReadOnly ? null : (
        <span className="buttons">
          <Button size="small" icon={<AddRegular />} onClick={() => onChange([...rows, fresh])}>
            {add}
          </Button>
          {extra}
        </span>
      )}
    </div>
  );
}
