import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Resource } from "../api/useResource";
import { useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { type Column, DataTable } from "../ui/DataTable";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";

interface ConfiguredListProps<T> {
  words: { title: string; intro: string; add: string; none: string; noneHint: string };
  icon: ReactNode;
  /** Below which address the forms are. */
  path: string;
  resource: Resource<unknown>;
  items: T[] | undefined;
  columns: Column[];
  row: (item: T) => ReactNode;
}

/** A page of things that administrators configure: each opens a form, and so does a new one. */
export function ConfiguredList<T>({ words, icon, path, resource, items, columns, row }: ConfiguredListProps<T>) {
  const { go } = useRouter();
  const mayEdit = useMay("EditSupport");
  return (
    <>
      <PageHead title={words.title} intro={words.intro}>
        {mayEdit ? (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => go(`${path}/new`)}>
            {words.add}
          </Button>
        ) : null}
      </PageHead>
      {resource.problem ? <Problem problem={resource.problem} retry={resource.reload} /> : null}
      {!items ? (
        resource.problem ? null : <Waiting />
      ) : items.length === 0 ? (
        <Empty icon={icon} title={words.none} hint={words.noneHint} />
      ) : (
        <DataTable label={words.title} columns={columns}>
          {items.map(row)}
        </DataTable>
      )}
    </>
  );
}
