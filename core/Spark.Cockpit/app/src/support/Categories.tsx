import { Button, Field, Input, MessageBar, MessageBarBody, SearchBox } from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowUploadRegular, BranchForkRegular } from "@fluentui/react-icons";
import { type ChangeEvent, type FormEvent, useRef, useState } from "react";
import { type ApiError, call, callWithFindings, query } from "../api/client";
import type { ClassifyRequest } from "../api/schema";
import { toApiError, useResource } from "../api/useResource";
import { useMay } from "../shell/session";
import { formatCount, formatTime } from "../ui/format";
import { Empty, PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useMerge } from "../ui/useMerge";
import { useWords } from "../words";
import { csvOf, named, type Pending, type Row } from "./categoryRows";
import type { CategoriesView } from "./types";

interface Upload {
  edition?: number;
  message?: string;
  problems: { line: number; message: string }[];
}

export function Categories() {
  const words = useWords();
  const toast = useToast();
  const mayEdit = useMay("EditSupport");
  const list = useResource<CategoriesView>("/categories");
  const history = useResource<{ editions: { edition: number; changedAt: string; file?: string; rows: number }[] }>("/categories/history");
  const [refused, setRefused] = useState<Upload>();
  const [problem, setProblem] = useState<ApiError>();
  const [text, setText] = useState("");
  const pending = useRef<Pending>({ path: "/categories", file: "categories.csv" });
  const rowsInput = useRef<HTMLInputElement>(null);
  const examplesInput = useRef<HTMLInputElement>(null);
  const send = async ({ path, file }: Pending, csv: Blob, edition: number) => {
    const said = await callWithFindings<Upload>("PUT", `${path}${query({ file, edition })}`, csv);
    if (said.edition === undefined) {
      setRefused(said);
      return;
    }

    const now = await call<CategoriesView>("GET", "/categories");
    toast.done(words.categories.uploaded(now.rows.length));
    list.reload();
    history.reload();
  };
  const merging = useMerge<Row[], number, CategoriesView>(
    (now) => ({ value: named(now.rows, pending.current), edition: now.edition }),
    (rows, edition) => send(pending.current, csvOf(rows, pending.current), edition),
  );
  const upload = async (event: ChangeEvent<HTMLInputElement>, path: string) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) {
      return;
    }

    const sent = { path, file: file.name };
    pending.current = sent;
    setRefused(undefined);
    setProblem(undefined);
    try {
      await send(sent, new Blob([await file.arrayBuffer()], { type: "text/csv" }), list.data?.edition ?? 0);
    } catch (failed) {
      // What the file says is the host's to read: its refusal brings that along.
      const reason = toApiError(failed);
      const mine = reason.mine as CategoriesView | undefined;
      await (mine ? merging.resolve(named(list.data?.rows ?? [], sent), named(mine.rows, sent), failed) : Promise.reject(reason)).catch((left: unknown) => setProblem(toApiError(left)));
    }
  };

  const wanted = text.trim().toLowerCase();
  const rows = list.data?.rows.filter((row) => `${row.category} ${row.subCategory}`.toLowerCase().includes(wanted)) ?? [];
  const hasList = (list.data?.rows.length ?? 0) > 0;
  return (
    <>
      <PageHead title={words.categories.title} intro={words.categories.intro}>
        {hasList ? (
          <Button as="a" href="/api/admin/categories/csv" icon={<ArrowDownloadRegular />} download>
            {words.categories.download}
          </Button>
        ) : null}
        {mayEdit ? (
          <>
            {hasList ? <Button onClick={() => examplesInput.current?.click()}>{words.categories.uploadExamples}</Button> : null}
            <Button appearance="primary" icon={<ArrowUploadRegular />} onClick={() => rowsInput.current?.click()}>
              {words.categories.upload}
            </Button>
            <input ref={rowsInput} type="file" accept=".csv,text/csv" hidden aria-label={words.categories.upload} onChange={(event) => void upload(event, "/categories")} />
            <input ref={examplesInput} type="file" accept=".csv,text/csv" hidden aria-label={words.categories.uploadExamples} onChange={(event) => void upload(event, "/categories/examples")} />
          </>
        ) : (
          <span className="quiet">{words.support.mayNotEdit}</span>
        )}
      </PageHead>
      {problem ? <Problem problem={problem} /> : null}
      {refused ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <strong>{words.categories.refused}</strong>
            <ul className="plain-list">
              {refused.problems.slice(0, 20).map((one, index) => (
                <li key={index}>
                  {words.categories.line(one.line)}: {one.message}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {list.problem ? <Problem problem={list.problem} retry={list.reload} /> : null}
      {!list.data ? (
        list.problem ? null : <Waiting />
      ) : !hasList ? (
        <Empty icon={<BranchForkRegular />} title={words.categories.none} hint={words.categories.noneHint} />
      ) : (
        <div className="two-columns">
          <div>
            <SearchBox value={text} onChange={(_, change) => setText(change.value)} placeholder={words.categories.search} aria-label={words.categories.search} />
            <div className="table-frame table-tall" tabIndex={0} role="region" aria-label={words.categories.title}>
              <table className="table table-dense">
                <thead>
                  <tr>
                    <th scope="col">{words.categories.category}</th>
                    <th scope="col">{words.categories.subCategory}</th>
                    <th scope="col" className="number">
                      {words.categories.examples}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.category}/${row.subCategory}`}>
                      <td>{row.category}</td>
                      <td>{row.subCategory}</td>
                      <td className="number">{formatCount(row.examples.length)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
          <div className="form">
            {mayEdit ? <TrySentence /> : null}
            <section className="card">
              <h2>{words.categories.history}</h2>
              <ul className="episodes">
                {history.data?.editions.map((edition, index) => (
                  <li key={edition.edition}>
                    <strong>{edition.file ?? `#${edition.edition}`}</strong> {index === 0 ? <Pill tone="good">{words.categories.present}</Pill> : null}
                    <div className="quiet">
                      {formatTime(edition.changedAt)} · {words.categories.rows(edition.rows)}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </div>
      )}
      {merging.dialog}
    </>
  );
}

function TrySentence() {
  const words = useWords();
  const toast = useToast();
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ candidates: { category: string; subCategory: string }[]; confidence: number; isSure: boolean }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      setFound(await call("POST", "/categories/classify", { text } satisfies ClassifyRequest));
    } catch (refused) {
      toast.failed(refused);
    }
  };

  return (
    <form className="card form" onSubmit={(event) => void submit(event)}>
      <Field label={words.categories.try} hint={words.categories.tryHint}>
        <Input required value={text} onChange={(_, change) => setText(change.value)} />
      </Field>
      <div>
        <Button type="submit">{words.categories.tryIt}</Button>
      </div>
      {found ? (
        <div aria-live="polite">
          <p className="quiet">{(found.isSure ? words.categories.sure : words.categories.unsure)(Math.round(found.confidence * 100))}</p>
          <ul className="plain-list">
            {found.candidates.map((candidate) => (
              <li key={`${candidate.category}/${candidate.subCategory}`}>
                {candidate.category} › {candidate.subCategory}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </form>
  );
}
