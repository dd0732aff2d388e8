import { Button, Field, Input, Tooltip } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Finding } from "../api/types";
import { Ask } from "../ui/Ask";
import { FormDialog } from "../ui/FormDialog";
import { useWords } from "../words";
import type { Files } from "./model";

interface FileListProps {
  files: Files;
  live: Files | null;
  findings: Finding[];
  chosen: string;
  mayEdit: boolean;
  onChoose: (path: string) => void;
  onAdd: (path: string, text: string) => void;
  onRemove: (path: string) => void;
}

export function FileList({ files, live, findings, chosen, mayEdit, onChoose, onAdd, onRemove }: FileListProps) {
  const words = useWords();
  const [isAdding, setAdding] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const paths = Object.keys(files).sort();
  const groups = [
    { name: words.designer.dialogs, paths: paths.filter((path) => path.startsWith("dialogs/")) },
    { name: words.designer.actionDialogs, paths: paths.filter((path) => path.startsWith("actions/")) },
    { name: words.designer.others, paths: paths.filter((path) => !/^(dialogs|actions|canvas)\//.test(path)) },
  ];
  return (
    <nav className="files" aria-label={words.designer.files}>
      <div className="files-head">
        <h2>{words.designer.files}</h2>
        {mayEdit ? (
          <span>
            <Tooltip content={words.designer.addFile} relationship="label">
              <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={() => setAdding(true)} />
            </Tooltip>
            <Tooltip content={words.designer.removeFile} relationship="label">
              <Button size="small" appearance="subtle" icon={<DeleteRegular />} onClick={() => setRemoving(true)} disabledFocusable={chosen === "bot.yaml"} />
            </Tooltip>
          </span>
        ) : null}
      </div>
      {groups.map((group) =>
        group.paths.length === 0 ? null : (
          <div key={group.name}>
            <h3>{group.name}</h3>
            <ul>
              {group.paths.map((path) => {
                const errors = findings.filter((finding) => finding.at.file === path && finding.level === "Error").length;
                return (
                  <li key={path}>
                    <button type="button" className={`file ${path === chosen ? "file-here" : ""}`} aria-current={path === chosen ? "true" : undefined} onClick={() => onChoose(path)}>
                      <span className="file-name">{path.replace(/^(dialogs|actions)\//, "").replace(/\.yaml$/, "")}</span>
                      {live && live[path] !== files[path] ? (
                        <span className="file-mark" title={words.designer.changes}>
                          ●
                        </span>
                      ) : null}
                      {errors > 0 ? <span className="file-errors">{errors}</span> : null}
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        ),
      )}
      {isAdding ? <AddFile files={files} onAdd={onAdd} onClose={() => setAdding(false)} /> : null}
      {isRemoving ? (
        <Ask
          title={words.designer.removeFile}
          text={words.designer.removeFileText(chosen)}
          confirm={words.common.remove}
          onConfirm={async () => onRemove(chosen)}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </nav>
  );
}

function startOf(path: string): string {
  const [, folder, name] = /^(\w+)\/(.+?)(?:\.test)?\.yaml$/.exec(path) ?? [];
  switch (folder) {
    case "dialogs":
      return `dialog: ${name}\nsteps:\n  - id: first\n    say: Hello.\n`;
    case "actions":
      return `action: ${name}\nsteps:\n  - finish: done\n`;
    default:
      return "";
  }
}

function AddFile({ files, onAdd, onClose }: { files: Files; onAdd: (path: string, text: string) => void; onClose: () => void }) {
  const words = useWords();
  const [path, setPath] = useState("dialogs/");
  return (
    <FormDialog
      title={words.designer.addFile}
      submit={words.common.add}
      onSubmit={() => (path in files ? undefined : onAdd(path, startOf(path)))}
      onClose={onClose}
    >
      <Field label={words.designer.filePath} required>
        <Input required pattern="(dialogs|actions|intents|locales|tests)/[a-z0-9][a-z0-9.\-]*\.yaml" value={path} onChange={(_, change) => setPath(change.value)} />
      </Field>
    </FormDialog>
  );
}
