import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { useWords } from "../../words";
import type { BotNames } from "../forms/Names";
import type { Files } from "../model";
import { Intents } from "./Intents";
import { Translations } from "./Translations";
import { Variables } from "./Variables";

export interface TableProps {
  bot: string;
  files: Files;
  names: BotNames;
  mayEdit: boolean;
  onEdit: (edit: (files: Files) => Files) => void;
  /** Shows a file's text. */
  onOpen: (file: string) => void;
}

type Table = "translations" | "intents" | "variables";

/** What a bot has besides its dialogs: texts in all languages, what people say, what is remembered. */
export function Tables(props: TableProps) {
  const words = useWords();
  const [table, setTable] = useState<Table>("translations");
  return (
    <section className="tables" aria-label={words.designer.tables.title}>
      <TabList size="small" selectedValue={table} onTabSelect={(_, data) => setTable(data.value as Table)}>
        {(["translations", "intents", "variables"] as Table[]).map((one) => (
          <Tab key={one} value={one}>
            {words.designer.tables[one]}
          </Tab>
        ))}
      </TabList>
      {table === "translations" ? <Translations {...props} /> : table === "intents" ? <Intents {...props} /> : <Variables {...props} />}
    </section>
  );
}
