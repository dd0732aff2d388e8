import { Button, Toolbar, ToolbarButton, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular, ArrowRedoRegular, ArrowUndoRegular, DeleteRegular, RocketRegular, SaveRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { Go } from "../shell/router";
import { useMay } from "../shell/session";
import { Ask } from "../ui/Ask";
import { PageHead, Pill } from "../ui/Parts";
import { useWords } from "../words";
import { Publish } from "./Publish";
import type { Draft } from "./useDraft";
import { step } from "./useKeys";

export type View = "split" | "canvas" | "text" | "tables";

interface DesignerHeadProps {
  bot: string;
  draft: Draft;
  view: View;
  onView: (view: View) => void;
  /** True when the checker finds an error: such a bot is not published. */
  isHeld: boolean;
}

/** Which view is open, and what can be done with the draft as a whole. */
export function DesignerHead({ bot, draft, view, onView, isHeld }: DesignerHeadProps) {
  const words = useWords();
  const mayEdit = useMay("EditBots");
  const mayPublish = useMay("PublishBots");
  const [isPublishing, setPublishing] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  const { history, number } = draft;
  return (
    <PageHead
      title={bot}
      above={
        <Go to={`/bots/${bot}`} className="back">
          <ArrowLeftRegular aria-hidden="true" /> {words.bots.versions}
        </Go>
      }
    >
      {draft.isDirty ? <Pill tone="warn">{words.designer.unsavedMark}</Pill> : number > 0 ? <Pill tone="info">{words.designer.draft}</Pill> : <Pill tone="good">{words.bots.live}</Pill>}
      <Toolbar aria-label={words.designer.view} size="small" className="view-bar">
        {(["split", "canvas", "text", "tables"] as View[]).map((one) => (
          <ToolbarButton key={one} appearance={view === one ? "primary" : "subtle"} aria-pressed={view === one} onClick={() => onView(one)}>
            {one === "tables" ? words.designer.tables.title : words.designer[one]}
          </ToolbarButton>
        ))}
      </Toolbar>
      {mayEdit ? (
        <>
          <Tooltip content={words.designer.undo} relationship="label">
            <Button icon={<ArrowUndoRegular />} appearance="subtle" disabledFocusable={!history.canUndo} onClick={() => step(history.undo)} />
          </Tooltip>
          <Tooltip content={words.designer.redo} relationship="label">
            <Button icon={<ArrowRedoRegular />} appearance="subtle" disabledFocusable={!history.canRedo} onClick={() => step(history.redo)} />
          </Tooltip>
          {number > 0 ? (
            <Tooltip content={words.designer.discard} relationship="label">
              <Button icon={<DeleteRegular />} appearance="subtle" onClick={() => setDiscarding(true)} />
            </Tooltip>
          ) : null}
          <Button icon={<SaveRegular />} onClick={() => void draft.save()} disabledFocusable={!draft.isDirty}>
            {words.designer.save}
          </Button>
        </>
      ) : (
        <span className="quiet">{words.designer.readOnly}</span>
      )}
      {mayPublish ? (
        <Button icon={<RocketRegular />} appearance="primary" onClick={() => setPublishing(true)} disabledFocusable={isHeld}>
          {words.bots.publish}
        </Button>
      ) : null}
      {isPublishing && history.files ? <Publish bot={bot} files={history.files} onClose={() => setPublishing(false)} onDone={draft.publish} /> : null}
      {isDiscarding ? (
        <Ask title={words.designer.discardTitle} text={words.designer.discardText} confirm={words.designer.discard} onConfirm={draft.discard} onClose={() => setDiscarding(false)} />
      ) : null}
    </PageHead>
  );
}
