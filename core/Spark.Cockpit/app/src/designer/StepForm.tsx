import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { AddRegular, ArrowDownRegular, ArrowMoveRegular, ArrowUpRegular, DeleteRegular, DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useWords } from "../words";
import { carryStep, dropStep, withFile } from "./canvas/edits";
import { BranchField } from "./forms/BranchField";
import type { Forms, Schema } from "./forms/schema";
import { ValueField } from "./forms/ValueField";
import type { DialogNode, Files, StepRow } from "./model";
import { setValue } from "./yaml/edit";
import { findPlace, toPath, toText, valueAt } from "./yaml/place";
import { isMapValue } from "./yaml/render";

interface StepFormProps {
  node: DialogNode;
  row: StepRow;
  files: Files;
  nodes: DialogNode[];
  forms: Forms;
  onEdit: (edit: (files: Files) => Files) => void;
  onChoose: (node: DialogNode, path: string | null) => void;
}

/** The step that is chosen on the canvas, as its schema draws it. A change writes only the lines of its field. */
export function StepForm({ node, row, files, nodes, forms, onEdit, onChoose }: StepFormProps) {
  const words = useWords();
  const text = files[node.file] ?? "";
  const path = toPath(row.path);
  const value = valueAt(text, path);
  const step = isMapValue(value) ? value : {};
  const schema = forms.step(node.isAction, row.verb) ?? { properties: { [row.verb]: {} }, required: [row.verb] };
  const [opened, setOpened] = useState<string[]>([]);
  const properties = schema.properties ?? {};
  const required = new Set([...(schema.required ?? []), row.verb]);
  const isShown = (name: string) => required.has(name) || step[name] !== undefined || opened.includes(name);
  const shown = [...new Set([row.verb, ...Object.keys(properties).filter(isShown), ...Object.keys(step)])].filter((name) => name !== "id");
  const others = Object.keys(properties).filter((name) => !shown.includes(name) && !(name === "id" && isShown("id")));
  const write = (name: string, next: unknown) => onEdit((before) => withFile(before, node.file, setValue(before[node.file] ?? "", [...path, name], next)));
  const field = (name: string, property: Schema) => (
    <ValueField
      key={name}
      name={name}
      schema={name === "then" && row.verb === "run" ? {} : property}
      value={step[name]}
      isRequired={required.has(name)}
      isAction={node.isAction}
      onChange={(next) => write(name, next)}
      branch={(inner, onChange, label) => <BranchField label={label} value={inner} isAction={node.isAction} isRequired={required.has(name)} node={node} path={[...path, name]} onChange={onChange} onEdit={onEdit} />}
    />
  );
  return (
    <div className="step-form" role="region" aria-label={words.designer.form.step(row.verb)}>
      <div className="step-form-head">
        <h3>
          {row.verb} <span className="quiet">{words.designer.line(row.line)}</span>
        </h3>
        <StepButtons node={node} row={row} files={files} nodes={nodes} onEdit={onEdit} onChoose={onChoose} />
      </div>
      {isShown("id") ? <ValueField key="id" name="id" schema={properties["id"] ?? {}} value={step["id"]} isRequired={required.has("id")} isAction={node.isAction} onChange={(next) => write("id", next)} /> : null}
      {shown.map((name) =>
        name === "then" && row.verb === "run" && !node.isAction ? (
          <BranchField.Outcomes key={name} value={step["then"]} action={String(step["run"] ?? "")} node={node} path={[...path, "then"]} onEdit={onEdit} />
        ) : (
          field(name, properties[name] ?? {})
        ),
      )}
      {others.length > 0 ? (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" appearance="subtle" className="item-add" icon={<AddRegular />}>
              {words.designer.form.addField}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map((name) => (
                <MenuItem key={name} onClick={() => setOpened([...opened, name])}>
                  {name}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
    </div>
  );
}

/** What can be done with a step as a whole, without dragging it. */
function StepButtons({ node, row, files, nodes, onEdit, onChoose }: Omit<StepFormProps, "forms">) {
  const words = useWords();
  const path = toPath(row.path);
  const list = path.slice(0, -1);
  const index = path.at(-1);
  const steps = valueAt(files[node.file] ?? "", list);
  const count = Array.isArray(steps) ? steps.length : 0;
  const isListed = typeof index === "number";
  const shift = (by: number) => {
    onEdit((before) => carryStep(before, node, row, node, { list, index: (index as number) + (by > 0 ? 2 : -1) }));
    onChoose(node, toText([...list, (index as number) + by]));
  };
  const button = (label: string, icon: React.ReactElement, isOff: boolean, press: () => void) => (
    <Tooltip content={label} relationship="label">
      <Button size="small" appearance="subtle" icon={icon} disabledFocusable={isOff} onClick={press} />
    </Tooltip>
  );
  return (
    <span className="step-form-buttons">
      {button(words.designer.moveUp, <ArrowUpRegular />, !isListed || index === 0, () => shift(-1))}
      {button(words.designer.moveDown, <ArrowDownRegular />, !isListed || index === count - 1, () => shift(1))}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={words.designer.moveTo} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowMoveRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover className="menu-tall">
          <MenuList>
            {nodes
              .filter((one) => one.isAction === node.isAction && one.id !== node.id)
              .map((one) => (
                <MenuItem
                  key={one.id}
                  onClick={() => {
                    const end = valueAt(files[one.file] ?? "", ["steps"]);
                    const last = Array.isArray(end) ? end.length : 0;
                    onEdit((before) => carryStep(before, node, row, one, { list: ["steps"], index: last }));
                    onChoose(one, `steps[${last}]`);
                  }}
                >
                  {one.name}
                </MenuItem>
              ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {button(words.designer.removeStep, <DeleteRegular />, !findPlace(files[node.file] ?? "", path), () => {
        onEdit((before) => dropStep(before, node, row));
        onChoose(node, null);
      })}
      {button(words.common.close, <DismissRegular />, false, () => onChoose(node, null))}
    </span>
  );
}
