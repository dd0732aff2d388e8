import type { CompletionContext } from "@codemirror/autocomplete";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useMay } from "../shell/session";
import { Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import { Palette } from "./canvas/Palette";
import { readPositions } from "./canvas/positions";
import type { Chosen } from "./canvas/types";
import { useCanvasEdits } from "./canvas/useCanvasEdits";
import { type Way, WhichWay } from "./canvas/WhichWay";
import { DesignerHead, type View } from "./DesignerHead";
import { DialogForm } from "./DialogForm";
import { DraftConflict } from "./DraftConflict";
import { FileList } from "./FileList";
import { NamesContext } from "./forms/Names";
import { useForms } from "./forms/useForms";
import { readNodes } from "./model";
import { readNames } from "./names";
import { Pane, type PaneView } from "./Pane";
import { StepForm } from "./StepForm";
import { emptyScript } from "./talk/script";
import type { StudioTests } from "./Tests";
import { useDraft } from "./useDraft";
import { useFindings } from "./useFindings";
import { useKeys } from "./useKeys";
import { completeYaml } from "./yaml/complete";
import { YamlEditor } from "./YamlEditor";

const Tables = lazy(() => import("./tables/Tables").then((module) => ({ default: module.Tables })));
const Canvas = lazy(() => import("./canvas/Canvas").then((module) => ({ default: module.Canvas })));

const formWidth = 324;

/** A bot's files, as a canvas and as text side by side: the same files underneath. */
export function Designer({ bot }: { bot: string }) {
  const words = useWords();
  const mayEdit = useMay("EditBots");
  const draft = useDraft(bot);
  const { files, change: edit, undo, redo } = draft.history;
  const forms = useForms();
  const [opened, setOpened] = useState("");
  const [view, setView] = useState<View>("split");
  const [pane, setPane] = useState<PaneView>("problems");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [center, setCenter] = useState<{ node: string } | null>(null);
  const [show, setShow] = useState<{ line: number } | null>(null);
  const [tests, setTests] = useState<StudioTests>();
  const [way, setWay] = useState<Way | null>(null);
  const [script, setScript] = useState(emptyScript);
  useKeys(draft, mayEdit);

  const findings = useFindings(bot, files);
  const nodes = useMemo(() => (files ? readNodes(files) : []), [files]);
  const first = nodes.find((node) => node.events.includes("started")) ?? nodes.find((node) => !node.isAction);
  // What is opened may be gone: taken out, taken back, or never there.
  const file = files && !(opened in files) ? (first?.file ?? "bot.yaml") : opened;
  const names = useMemo(() => readNames(files ?? {}, nodes, forms?.expression ?? []), [files, nodes, forms]);
  const positions = useMemo(() => readPositions(files ?? {}), [files]);
  const errors = useMemo(() => findings.filter((finding) => finding.level === "Error"), [findings]);
  const troubled = useMemo(() => new Set(errors.map((finding) => `${finding.at.file}:${finding.at.line}`)), [errors]);
  const visited = useMemo(() => (tests && pane === "tests" ? new Set(tests.visited) : null), [tests, pane]);
  const change = useCallback((path: string, text: string) => edit((before) => (before[path] === text ? before : { ...before, [path]: text }), path), [edit]);

  const choose = useCallback(
    (next: Chosen | null) => {
      setChosen(next);
      const node = next ? nodes.find((one) => one.id === next.node) : undefined;
      if (node && next) {
        setOpened(node.file);
        setShow({ line: node.rows.find((one) => one.path === next.path)?.line ?? 1 });
      }
    },
    [nodes],
  );
  const open = (path: string, line?: number) => {
    if (path in (files ?? {})) {
      setOpened(path);
      if (line !== undefined) {
        setShow({ line });
      }
    }
  };

  const go = (path: string, line: number) => {
    const found = nodes.find((one) => one.file === path);
    open(path, line);
    setChosen(found ? { node: found.id, path: found.rows.filter((one) => one.line <= line && line <= one.lastLine).at(-1)?.path ?? null } : null);
    setCenter(found ? { node: found.id } : null);
    setView((before) => (before === "tables" ? "split" : before));
  };
  const tryFrom = (dialog: string) => {
    setScript((before) => ({ ...before, start: { dialog, variables: {} }, lines: [] }));
    setPane("talk");
  };

  const edits = useCanvasEdits({ files, nodes, edit, choose: setChosen, ask: setWay, isAllowed: mayEdit });
  const addBehind = (verb: string) => {
    const at = nodes.find((one) => one.id === chosen?.node);
    if (at) {
      edits?.add(verb, at.isAction, { node: at.id, path: chosen?.path ?? null, isBefore: false });
    }
  };

  const complete = useCallback((context: CompletionContext) => (forms ? completeYaml(context, file, forms, names) : null), [forms, file, names]);

  if (!files) {
    return draft.problem ? <Problem problem={draft.problem} retry={draft.reload} /> : <Waiting />;
  }

  const node = chosen ? nodes.find((one) => one.id === chosen.node) : undefined;
  const row = node?.rows.find((one) => one.path === chosen?.path);
  const form =
    node && mayEdit && forms ? (
      <NamesContext value={names}>
        {row ? (
          <StepForm key={`${node.id} ${row.path} ${row.verb}`} node={node} row={row} files={files} nodes={nodes} forms={forms} onEdit={edit} onChoose={(next, path) => choose({ node: next.id, path })} />
        ) : (
          <DialogForm key={node.id} node={node} files={files} forms={forms} onEdit={edit} onTry={tryFrom} onClose={() => setChosen(null)} />
        )}
      </NamesContext>
    ) : null;
  return (
    <div className="designer">
      <DesignerHead bot={bot} draft={draft} view={view} onView={setView} isHeld={errors.length > 0} />
      <DraftConflict draft={draft} />
      <div className={`workbench workbench-${view} ${pane === "talk" ? "workbench-talk" : pane === "problems" ? "" : "workbench-tall"}`}>
        <FileList
          files={files}
          live={draft.live}
          findings={findings}
          chosen={file}
          mayEdit={mayEdit}
          onChoose={(path) => {
            setOpened(path);
            const found = nodes.find((one) => one.file === path);
            setChosen(found ? { node: found.id, path: null } : null);
            setCenter(found ? { node: found.id } : null);
          }}
          onAdd={(path, text) => {
            change(path, text);
            setOpened(path);
          }}
          onRemove={(path) => {
            edit((before) => Object.fromEntries(Object.entries(before).filter(([known]) => known !== path)));
            setOpened("bot.yaml");
          }}
        />
        {view === "tables" ? (
          <Suspense fallback={<Waiting />}>
            <Tables
              bot={bot}
              files={files}
              names={names}
              mayEdit={mayEdit}
              onEdit={edit}
              onOpen={(path) => {
                setOpened(path);
                setView("text");
              }}
            />
          </Suspense>
        ) : null}
        {view === "text" || view === "tables" ? null : (
          <section className="canvas" aria-label={words.designer.canvas}>
            <Suspense fallback={<Waiting />}>
              <Canvas nodes={nodes} first={first?.id} chosen={chosen} center={center} onChoose={choose} visited={visited} troubled={troubled} positions={positions} edits={edits} covered={view === "canvas" ? formWidth : 0}>
                {mayEdit && forms && node ? <Palette forms={forms} isAction={node.isAction} onAdd={addBehind} /> : null}
              </Canvas>
            </Suspense>
            {view === "canvas" ? form : null}
            {way ? <WhichWay way={way} onClose={() => setWay(null)} onEdit={edit} /> : null}
          </section>
        )}
        {view === "canvas" || view === "tables" ? null : (
          <section className="text" aria-label={file}>
            {view === "split" ? form : null}
            <h2 className="text-title">{file}</h2>
            <YamlEditor
              key={file}
              label={file}
              text={files[file] ?? ""}
              findings={findings.filter((finding) => finding.at.file === file)}
              show={show}
              isReadOnly={!mayEdit}
              complete={complete}
              onChange={(text) => change(file, text)}
              onUndo={undo}
              onRedo={redo}
              onLine={(line) => {
                const here = nodes.find((one) => one.file === file);
                const at = here?.rows.filter((one) => one.line <= line && line <= one.lastLine).at(-1);
                setChosen(here ? { node: here.id, path: at?.path ?? null } : null);
              }}
            />
          </section>
        )}
        <Pane
          bot={bot}
          files={files}
          talk={{ bot, files, script, onScript: setScript, dialog: node && !node.isAction ? node.name : null, onGo: go, onTest: change }}
          live={draft.live}
          findings={findings}
          tests={tests}
          view={pane}
          onView={setPane}
          onPlayed={setTests}
          onOpen={open}
        />
      </div>
    </div>
  );
}
