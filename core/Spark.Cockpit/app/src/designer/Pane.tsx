import { Tab, TabList } from "@fluentui/react-components";
import type { Finding } from "../api/types";
import { useMay } from "../shell/session";
import { useWords } from "../words";
import { Changes } from "./Changes";
import type { Files } from "./model";
import { Problems } from "./Problems";
import { Talk, type TalkProps } from "./talk/Talk";
import { type StudioTests, Tests } from "./Tests";

export type PaneView = "problems" | "talk" | "tests" | "changes";

interface PaneProps {
  bot: string;
  files: Files;
  /** The conversation that is tried. */
  talk: TalkProps;
  live: Files | null;
  findings: Finding[];
  tests: StudioTests | undefined;
  view: PaneView;
  onView: (view: PaneView) => void;
  onPlayed: (tests: StudioTests) => void;
  /** Opens a file, at a line from 1 on. */
  onOpen: (file: string, line?: number) => void;
}

/** What stands below the canvas and the text: problems, a conversation to try, tests, what has changed. */
export function Pane({ bot, files, talk, live, findings, tests, view, onView, onPlayed, onOpen }: PaneProps) {
  const words = useWords();
  const mayEdit = useMay("EditBots");
  return (
    <section className="pane" aria-label={words.designer.problems}>
      <TabList size="small" selectedValue={view} onTabSelect={(_, data) => onView(data.value as PaneView)}>
        <Tab value="problems">
          {words.designer.problems} ({findings.length})
        </Tab>
        {mayEdit ? <Tab value="talk">{words.designer.talk}</Tab> : null}
        {mayEdit ? <Tab value="tests">{words.designer.tests}</Tab> : null}
        <Tab value="changes">{words.designer.changes}</Tab>
      </TabList>
      <div className="pane-body" tabIndex={0} role="region" aria-label={words.designer[view]}>
        {view === "problems" ? (
          <Problems findings={findings} onOpen={(finding) => onOpen(finding.at.file, finding.at.line)} />
        ) : view === "talk" ? (
          <Talk {...talk} />
        ) : view === "tests" ? (
          <Tests bot={bot} files={files} tests={tests} onPlayed={onPlayed} />
        ) : (
          <Changes files={files} live={live} onOpen={(file) => onOpen(file)} />
        )}
      </div>
    </section>
  );
}
