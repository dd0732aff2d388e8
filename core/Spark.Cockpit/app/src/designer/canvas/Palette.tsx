import { Button } from "@fluentui/react-components";
import { AddRegular, DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useWords } from "../../words";
import type { Forms } from "../forms/schema";
import { kindOf } from "../model";

export const verbType = "application/x-spark-verb";

/** The steps there are: pressed, one comes behind the chosen step; dragged, where it is let go. */
export function Palette({ forms, isAction, onAdd }: { forms: Forms; isAction: boolean; onAdd: (verb: string) => void }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="palette">
      <Button size="small" icon={isOpen ? <DismissRegular /> : <AddRegular />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.designer.addStep}
      </Button>
      {isOpen ? (
        <ul className="palette-verbs" aria-label={words.designer.addStep}>
          {forms.verbs(isAction).map((verb) => (
            <li key={verb}>
              <button
                type="button"
                className={`palette-verb row-${kindOf(verb, isAction)}`}
                draggable
                title={(words.designer.stepKinds as Record<string, string>)[verb] ?? verb}
                onClick={() => onAdd(verb)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(verbType, `${isAction ? "action" : "dialog"}:${verb}`);
                  event.dataTransfer.effectAllowed = "copy";
                }}
              >
                <span className="row-verb">{verb}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
