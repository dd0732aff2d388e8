import { Button } from "@fluentui/react-components";
import { Problem } from "../ui/Parts";
import { useWords } from "../words";
import type { Draft } from "./useDraft";

/** Somebody else has kept a draft meanwhile: theirs or ours. */
export function DraftConflict({ draft }: { draft: Draft }) {
  const words = useWords();
  return draft.conflict ? (
    <div className="conflict">
      <Problem problem={draft.conflict} />
      <span className="buttons">
        <Button size="small" onClick={draft.takeTheirs}>
          {words.designer.takeTheirs}
        </Button>
        <Button size="small" onClick={() => void draft.saveOver()}>
          {words.designer.overwrite}
        </Button>
      </span>
    </div>
  ) : null;
}
