import { Button, Tab, TabList, Toolbar, ToolbarButton } from "@fluentui/react-components";
import { ArrowLeftRegular, DeleteRegular, RocketRegular, SaveRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiError, call } from "../api/client";
import type { Finding } from "../api/types";
import { toApiError, useResource } from "../api/useResource";
import { Go, setLeaveGuard } from "../shell/router";
import { useMay } from "../shell/session";
import { Ask } from "../ui/Ask";
import { PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import type { Chosen } from "./Canvas";
import { Changes } from "./Changes";
import { FileList } from "./FileList";
import { type Files, readNodes } from "./model";
import { Problems } from "./Problems";
import { Publish } from "./Publish";
import { StepForm } from "./StepForm";
import { Talk } from "./Talk";
import { Tests, type StudioTests } from "./Tests";
import { YamlEditor } from "./YamlEditor";

const Canvas = lazy(() => import("./Canvas").then((module) => ({ default: module.Canvas })));

interface DraftView {
  number: number;
  savedAt: string | null;
  savedBy: string | null;
  files: Files;
  live: Files | null;
}

type View = "split" | "canvas" | "text";
type Pane = "problems" | "talk" | "tests" | "changes";

/** A bot's files, as a canvas and as text side by side: the same files underneath. */
export function Designer({ bot }: { bot: string }) {
  const words = useWords();
  const toast = useToast();
  const mayEdit = useMay("EditBots");
  const mayPublish = useMay("PublishBots");
  const address = `/bots/${encodeURIComponent(bot)}/draft`;
  const draft = useResource<DraftView>(address);
  const [files, setFiles] = useState<Files>();
  const [number, setNumber] = useState(0);
  const [isDirty, setDirty] = useState(false);
  const [file, setFile] = useState("bot.yaml");
  const [view, setView] = useState<View>("split");
  const [pane, setPane] = useState<Pane>("problems");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [center, setCenter] = useState<{ node: string } | null>(null);
  const [show, setShow] = useState<{ line: number } | null>(null);
  const [conflict, setConflict] = useState<ApiError>();
  const [tests, setTests] = useState<StudioTests>();
  const [isPublishing, setPublishing] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);

  useEffect(() => {
    if (draft.data) {
      setFiles(draft.data.files);
      setNumber(draft.data.number);
      setDirty(false);
      const first = Object.keys(draft.data.files).find((path) => path.startsWith("dialogs/"));
      setFile((before) => (before in draft.data!.files && before !== "bot.yaml" ? before : (first ?? "bot.yaml")));
    }
  }, [draft.data]);

  useEffect(() => {
    setLeaveGuard(isDirty ? () => window.confirm(words.common.unsaved) : null);
    const ask = (event: BeforeUnloadEvent) => (isDirty ? event.preventDefault() : undefined);
    window.addEventListener("beforeunload", ask);
    return () => {
      setLeaveGuard(null);
      window.removeEventListener("beforeunload", ask);
    };
  }, [isDirty, words]);

  const findings = useFindings(bot, files);
  const nodes = useMemo(() => (files ? readNodes(files) : []), [files]);
  const troubled = useMemo(
    () => new Set(findings.filter((finding) => finding.level === "Error").map((finding) => `${finding.at.file}:${finding.at.line}`)),
    [findings],
  );
  const visited = useMemo(() => (tests && pane === "tests" ? new Set(tests.visited) : null), [tests, pane]);

  const change = useCallback((path: string, text: string) => {
    setFiles((before) => (before && before[path] !== text ? { ...before, [path]: text } : before));
    setDirty(true);
  }, []);

  const choose = useCallback(
    (next: Chosen | null) => {
      setChosen(next);
      const node = next ? nodes.find((one) => one.id === next.node) : undefined;
      if (node && next) {
        setFile(node.file);
        const row = node.rows.find((one) => one.path === next.path);
        setShow({ line: row?.line ?? 1 });
      }
    },
    [nodes],
  );

  const save = async (over?: number) => {
    if (!files) {
      return;
    }

    try {
      const saved = await call<{ number: number }>("PUT", address, { number: over ?? number, files });
      setNumber(saved.number);
      setDirty(false);
      setConflict(undefined);
      toast.done(words.designer.saved);
    } catch (refused) {
      const problem = toApiError(refused);
      if (problem.code === "SPK14049") {
        setConflict(problem);
      } else {
        toast.failed(problem);
      }
    }
  };

  const saveOver = async () => {
    const theirs = await call<DraftView>("GET", address);
    await save(theirs.number);
  };

  const discard = async () => {
    await call("DELETE", address);
    setDirty(false);
    draft.reload();
  };

  const saveByKey = useRef(save);
  useEffect(() => {
    saveByKey.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        if (mayEdit) {
          void saveByKey.current();
        }
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [mayEdit]);

  if (!files) {
    return draft.problem ? <Problem problem={draft.problem} retry={draft.reload} /> : <Waiting />;
  }

  const errors = findings.filter((finding) => finding.level === "Error").length;
  const node = chosen ? nodes.find((one) => one.id === chosen.node) : undefined;
  const row = node?.rows.find((one) => one.path === chosen?.path);
  return (
    <div className="designer">
      <PageHead
        title={bot}
        above={
          <Go to={`/bots/${bot}`} className="back">
            <ArrowLeftRegular aria-hidden="true" /> {words.bots.versions}
          </Go>
        }
      >
        {isDirty ? <Pill tone="warn">{words.designer.unsavedMark}</Pill> : number > 0 ? <Pill tone="info">{words.designer.draft}</Pill> : <Pill tone="good">{words.bots.live}</Pill>}
        <Toolbar aria-label={words.designer.view} size="small" className="view-bar">
          {(["split", "canvas", "text"] as View[]).map((one) => (
            <ToolbarButton key={one} appearance={view === one ? "primary" : "subtle"} aria-pressed={view === one} onClick={() => setView(one)}>
              {words.designer[one]}
            </ToolbarButton>
          ))}
        </Toolbar>
        {mayEdit ? (
          <>
            {number > 0 ? (
              <Button icon={<DeleteRegular />} appearance="subtle" onClick={() => setDiscarding(true)}>
                {words.designer.discard}
              </Button>
            ) : null}
            <Button icon={<SaveRegular />} onClick={() => void save()} disabledFocusable={!isDirty}>
              {words.designer.save}
            </Button>
          </>
        ) : (
          <span className="quiet">{words.designer.readOnly}</span>
        )}
        {mayPublish ? (
          <Button icon={<RocketRegular />} appearance="primary" onClick={() => setPublishing(true)} disabledFocusable={errors > 0}>
            {words.bots.publish}
          </Button>
        ) : null}
      </PageHead>
      {conflict ? (
        <div className="conflict">
          <Problem problem={conflict} />
          <span className="buttons">
            <Button
              size="small"
              onClick={() => {
                setConflict(undefined);
                setDirty(false);
                draft.reload();
              }}
            >
              {words.designer.takeTheirs}
            </Button>
            <Button size="small" onClick={() => void saveOver()}>
              {words.designer.overwrite}
            </Button>
          </span>
        </div>
      ) : null}
      <div className={`workbench workbench-${view} ${pane === "problems" ? "" : "workbench-tall"}`}>
        <FileList
          files={files}
          live={draft.data?.live ?? null}
          findings={findings}
          chosen={file}
          mayEdit={mayEdit}
          onChoose={(path) => {
            setFile(path);
            const found = nodes.find((one) => one.file === path);
            setChosen(found ? { node: found.id, path: null } : null);
            setCenter(found ? { node: found.id } : null);
          }}
          onAdd={(path, text) => {
            change(path, text);
            setFile(path);
          }}
          onRemove={(path) => {
            setFiles((before) => Object.fromEntries(Object.entries(before ?? {}).filter(([known]) => known !== path)));
            setDirty(true);
            setFile("bot.yaml");
          }}
        />
        {view === "text" ? null : (
          <section className="canvas" aria-label={words.designer.canvas}>
            <Suspense fallback={<Waiting />}>
              <Canvas nodes={nodes} chosen={chosen} center={center} onChoose={choose} visited={visited} troubled={troubled} />
            </Suspense>
            {node && row && mayEdit ? (
              <StepForm key={`${node.id} ${row.path}`} node={node} row={row} text={files[node.file] ?? ""} nodes={nodes} onChange={(text) => change(node.file, text)} onClose={() => setChosen({ node: node.id, path: null })} />
            ) : null}
          </section>
        )}
        {view === "canvas" ? null : (
          <section className="text" aria-label={file}>
            <h2 className="text-title">{file}</h2>
            <YamlEditor
              key={file}
              label={file}
              text={files[file] ?? ""}
              findings={findings.filter((finding) => finding.at.file === file)}
              show={show}
              isReadOnly={!mayEdit}
              onChange={(text) => change(file, text)}
              onLine={(line) => {
                const here = nodes.find((one) => one.file === file);
                const at = here?.rows.filter((one) => one.line <= line && line <= one.lastLine).at(-1);
                setChosen(here ? { node: here.id, path: at?.path ?? null } : null);
              }}
            />
          </section>
        )}
        <section className="pane" aria-label={words.designer.problems}>
          <TabList size="small" selectedValue={pane} onTabSelect={(_, data) => setPane(data.value as Pane)}>
            <Tab value="problems">
              {words.designer.problems} ({findings.length})
            </Tab>
            {mayEdit ? <Tab value="talk">{words.designer.talk}</Tab> : null}
            {mayEdit ? <Tab value="tests">{words.designer.tests}</Tab> : null}
            <Tab value="changes">{words.designer.changes}</Tab>
          </TabList>
          <div className="pane-body" tabIndex={0} role="region" aria-label={words.designer[pane]}>
            {pane === "problems" ? (
              <Problems
                findings={findings}
                onOpen={(finding) => {
                  if (finding.at.file in files) {
                    setFile(finding.at.file);
                    setShow({ line: finding.at.line });
                  }
                }}
              />
            ) : pane === "talk" ? (
              <Talk bot={bot} files={files} />
            ) : pane === "tests" ? (
              <Tests bot={bot} files={files} tests={tests} onPlayed={setTests} />
            ) : (
              <Changes files={files} live={draft.data?.live ?? null} onOpen={setFile} />
            )}
          </div>
        </section>
      </div>
      {isPublishing ? (
        <Publish
          bot={bot}
          files={files}
          onClose={() => setPublishing(false)}
          onDone={() => {
            // Tests are no part of a version: they would be gone with the draft.
            if (Object.keys(files).some((path) => path.startsWith("tests/"))) {
              void save();
            } else {
              setDirty(false);
              void call("DELETE", address).finally(draft.reload);
            }
          }}
        />
      ) : null}
      {isDiscarding ? (
        <Ask title={words.designer.discardTitle} text={words.designer.discardText} confirm={words.designer.discard} onConfirm={discard} onClose={() => setDiscarding(false)} />
      ) : null}
    </div>
  );
}

/** What the checker says of the files, a moment after they were changed. */
function useFindings(bot: string, files: Files | undefined): Finding[] {
  const [findings, setFindings] = useState<Finding[]>([]);
  useEffect(() => {
    if (!files) {
      return;
    }

    const abort = new AbortController();
    const timer = setTimeout(() => {
      call<{ findings: Finding[] }>("POST", "/studio/check", { name: bot, files }, abort.signal).then(
        (checked) => setFindings(checked.findings),
        () => {},
      );
    }, 250);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [bot, files]);
  return findings;
}
