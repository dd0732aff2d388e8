import { Button, SearchBox, Select, Textarea } from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowUploadRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { type ApiError, call, callText } from "../../api/client";
import type { FilesRequest, TextsRequest } from "../../api/schema";
import { toApiError } from "../../api/useResource";
import { Pill, Problem, Waiting } from "../../ui/Parts";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words";
import { useTyped } from "../forms/useTyped";
import type { Files } from "../model";
import { download } from "./download";
import type { TableProps } from "./Tables";

type State = "Translated" | "Missing" | "Stale";

interface Text {
  key: string;
  source: string;
  translations: Record<string, { text: string | null; state: State }>;
}

interface Texts {
  languages: string[];
  texts: Text[];
}

interface Taken {
  files: Files;
  changed: number;
  unknown: string[];
  outdated: string[];
}

/** All texts, all languages side by side. A translation that is written here is of the text as it is now. */
export function Translations({ bot, files, mayEdit, onEdit }: TableProps) {
  const words = useWords();
  const toast = useToast();
  const [texts, setTexts] = useState<Texts>();
  const [problem, setProblem] = useState<ApiError>();
  const [search, setSearch] = useState("");
  const [state, setState] = useState<State | "">("");
  const [language, setLanguage] = useState("");
  const picked = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      call<Texts>("POST", "/studio/texts", { name: bot, files } satisfies FilesRequest, abort.signal).then(
        (read) => {
          setTexts(read);
          setProblem(undefined);
        },
        (refused: unknown) => (abort.signal.aborted ? undefined : setProblem(toApiError(refused))),
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [bot, files]);

  if (!texts) {
    return problem ? <Problem problem={problem} /> : <Waiting />;
  }

  const [first, ...others] = texts.languages;
  if (others.length === 0) {
    return <p className="quiet tables-none">{words.designer.tables.oneLanguage}</p>;
  }

  const take = async (body: Record<string, unknown>): Promise<Taken | null> => {
    try {
      const taken = await call<Taken>("POST", "/studio/texts/import", { name: bot, files, ...body });
      if (taken.changed > 0) {
        onEdit((before) => ({ ...before, ...taken.files }));
      }

      return taken;
    } catch (refused) {
      toast.failed(refused);
      return null;
    }
  };
  const exchanged = language || others[0]!;
  const give = async (format: "Csv" | "Xliff") => {
    try {
      const content = await callText("POST", "/studio/texts/export", { name: bot, files, language: exchanged, format, content: null, texts: null } satisfies TextsRequest);
      if (format === "Csv") {
        // Reading an answer as text takes its mark of UTF-8 off, by which spreadsheets know it.
        download(`${bot}.${exchanged}.csv`, `\uFEFF${content}`, "text/csv");
      } else {
        download(`${bot}.${exchanged}.xlf`, content, "application/xliff+xml");
      }
    } catch (refused) {
      toast.failed(refused);
    }
  };
  const upload = async (file: File | undefined) => {
    if (file) {
      const isCsv = file.name.toLowerCase().endsWith(".csv");
      const taken = await take({ format: isCsv ? "Csv" : "Xliff", content: await file.text(), ...(isCsv ? { language: exchanged } : {}) });
      if (taken) {
        toast.done(words.designer.tables.taken(taken.changed, taken.unknown.length, taken.outdated.length));
      }
    }
  };
  const wanted = search.trim().toLowerCase();
  const isShown = (text: Text) =>
    (state === "" || others.some((one) => text.translations[one]?.state === state)) &&
    (wanted === "" || [text.key, text.source, ...others.map((one) => text.translations[one]?.text ?? "")].some((one) => one.toLowerCase().includes(wanted)));
  const shown = texts.texts.filter(isShown);
  const open = (which: State) => texts.texts.reduce((sum, text) => sum + others.filter((one) => text.translations[one]?.state === which).length, 0);
  return (
    <>
      <div className="tables-bar">
        <SearchBox size="small" placeholder={words.designer.tables.search} aria-label={words.designer.tables.search} value={search} onChange={(_, change) => setSearch(change.value)} />
        <Select size="small" aria-label={words.designer.tables.state} value={state} onChange={(_, change) => setState(change.value as State | "")}>
          <option value="">{words.designer.tables.all}</option>
          <option value="Missing">{words.designer.tables.missing} ({open("Missing")})</option>
          <option value="Stale">{words.designer.tables.stale} ({open("Stale")})</option>
        </Select>
        <span className="tables-gap" />
        {others.length > 1 ? (
          <Select size="small" aria-label={words.designer.language} value={exchanged} onChange={(_, change) => setLanguage(change.value)}>
            {others.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        ) : null}
        <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void give("Csv")}>
          CSV
        </Button>
        <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void give("Xliff")}>
          XLIFF
        </Button>
        {mayEdit ? (
          <>
            <Button size="small" icon={<ArrowUploadRegular />} onClick={() => picked.current?.click()}>
              {words.designer.tables.upload}
            </Button>
            <input
              ref={picked}
              type="file"
              hidden
              accept=".csv,.xlf,.xliff,.xml"
              aria-label={words.designer.tables.upload}
              onChange={(event) => {
                void upload(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </>
        ) : null}
      </div>
      {problem ? <Problem problem={problem} /> : null}
      <div className="tables-frame" tabIndex={0} role="region" aria-label={words.designer.tables.translations}>
        <table className="table texts">
          <thead>
            <tr>
              <th scope="col">{words.designer.tables.key}</th>
              <th scope="col">{first}</th>
              {others.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((text) => (
              <tr key={text.key}>
                <th scope="row">
                  <code>{text.key}</code>
                </th>
                <td className="texts-source">{text.source}</td>
                {others.map((one) => (
                  <td key={one}>
                    <Cell
                      label={`${text.key} ${one}`}
                      text={text.translations[one]?.text ?? ""}
                      state={text.translations[one]?.state ?? "Missing"}
                      isReadOnly={!mayEdit}
                      onChange={(next) => void take({ language: one, texts: { [text.key]: next } })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 ? <p className="quiet tables-none">{words.designer.tables.nothing}</p> : null}
      </div>
    </>
  );
}

function Cell({ label, text, state, isReadOnly, onChange }: { label: string; text: string; state: State; isReadOnly: boolean; onChange: (next: string) => void }) {
  const words = useWords();
  const typed = useTyped(text, (next) => (next.trim() === "" ? undefined : onChange(next)));
  return (
    <div className="texts-cell">
      {isReadOnly ? <span>{text}</span> : <Textarea size="small" resize="vertical" rows={Math.min(5, Math.ceil((text.length + 1) / 46))} aria-label={label} {...typed} />}
      {state === "Translated" ? null : <Pill tone={state === "Missing" ? "bad" : "warn"}>{state === "Missing" ? words.designer.tables.missing : words.designer.tables.stale}</Pill>}
    </div>
  );
}
