import { Button, Field, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Select, Textarea, Tooltip } from "@fluentui/react-components";
import { AddRegular, DeleteRegular, DismissRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useWords } from "../words";
import { canEditLines, insertBehind, quote, removeStep, replaceText } from "./edits";
import type { DialogNode, StepRow } from "./model";

interface StepFormProps {
  node: DialogNode;
  row: StepRow;
  text: string;
  nodes: DialogNode[];
  onChange: (text: string) => void;
  onClose: () => void;
}

/** Changes the step that is chosen on the canvas. Only its own lines are written. */
export function StepForm({ node, row, text, nodes, onChange, onClose }: StepFormProps) {
  const words = useWords();
  const [draft, setDraft] = useState(row.text?.value ?? "");
  useEffect(() => setDraft(row.text?.value ?? ""), [row.text?.value]);
  const dialogs = nodes.filter((one) => !one.isAction);
  const actions = nodes.filter((one) => one.isAction);
  const leadsTo = row.verb === "goto" || row.verb === "visit" ? dialogs : row.verb === "run" ? actions : [];
  const write = (value: string) => {
    if (row.text && value.trim() && value !== row.text.value) {
      onChange(replaceText(text, row.path, row.text.key, value));
    }
  };

  const id = () => {
    const known = new Set([...text.matchAll(/\bid: *([\w-]+)/g)].map((match) => match[1]));
    for (let number = 1; ; number++) {
      if (!known.has(`step-${number}`)) {
        return `step-${number}`;
      }
    }
  };

  const add = (lines: string[]) => onChange(insertBehind(text, row.path, lines));
  const other = dialogs.find((one) => one.name !== node.name)?.name ?? node.name;
  return (
    <div className="step-form">
      <div className="step-form-head">
        <h3>
          {row.verb} <span className="quiet">{words.designer.line(row.line)}</span>
        </h3>
        <Tooltip content={words.common.close} relationship="label">
          <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
        </Tooltip>
      </div>
      {row.text ? (
        <Field label={words.designer.editStep}>
          <Textarea value={draft} resize="vertical" onChange={(_, change) => setDraft(change.value)} onBlur={() => write(draft)} />
        </Field>
      ) : null}
      {leadsTo.length > 0 ? (
        <Field label={words.designer.stepKinds[row.verb === "run" ? "run" : "goto"]}>
          <Select value={row.summary} onChange={(_, change) => onChange(replaceText(text, row.path, row.verb, change.value))}>
            {leadsTo.map((one) => (
              <option key={one.id} value={one.name}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {canEditLines(text, row.path) ? (
        <span className="buttons">
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button size="small" icon={<AddRegular />}>
                {words.designer.addStep}
              </Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {node.isAction ? (
                  <MenuItem onClick={() => add(["offload: desk", "outcomes:", "  queued: result = \"accepted\"", "otherwise: failed"])}>{words.designer.stepKinds.offload}</MenuItem>
                ) : (
                  <>
                    <MenuItem onClick={() => add([`id: ${id()}`, `say: ${quote("…")}`])}>{words.designer.stepKinds.say}</MenuItem>
                    <MenuItem onClick={() => add([`id: ${id()}`, `confirm: ${quote("…?")}`, `otherwise: ${other}`])}>{words.designer.stepKinds.confirm}</MenuItem>
                    <MenuItem onClick={() => add([`goto: ${other}`])}>{words.designer.stepKinds.goto}</MenuItem>
                    {actions[0] ? <MenuItem onClick={() => add([`run: ${actions[0]!.name}`])}>{words.designer.stepKinds.run}</MenuItem> : null}
                  </>
                )}
              </MenuList>
            </MenuPopover>
          </Menu>
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            onClick={() => {
              onChange(removeStep(text, row.path));
              onClose();
            }}
          >
            {words.designer.removeStep}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
