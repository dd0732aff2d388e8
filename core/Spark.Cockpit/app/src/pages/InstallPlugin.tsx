import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { call } from "../api/client";
import type { FolderRequest, InstallRequest } from "../api/schema";
import type { PluginAnswer, PluginOffered } from "../api/types";
import { formatBytes } from "../ui/format";
import { FormDialog } from "../ui/FormDialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { Misfits } from "./Misfits";

/** Brings a plugin, shows what it is, and installs it when that was agreed to: nothing of it runs before. */
export function InstallPlugin({ onClose, onDone }: { onClose: () => void; onDone: (answer: PluginAnswer) => void }) {
  const words = useWords();
  const toast = useToast();
  const [from, setFrom] = useState("archive");
  const [folder, setFolder] = useState("");
  const [offered, setOffered] = useState<PluginOffered>();
  const file = useRef<HTMLInputElement>(null);

  const look = async () => {
    const archive = file.current?.files?.[0];
    setOffered(
      from === "archive"
        ? await call<PluginOffered>("POST", "/plugins/archive", new Blob(archive ? [archive] : [], { type: "application/zip" }))
        : await call<PluginOffered>("POST", "/plugins/folder", { folder: folder.trim() } satisfies FolderRequest),
    );
    return false as const;
  };

  if (!offered) {
    return (
      <FormDialog key="bring" title={words.plugins.install} submit={words.plugins.look} onSubmit={look} onClose={onClose}>
        <Field label={words.plugins.from}>
          <RadioGroup value={from} onChange={(_, change) => setFrom(change.value)}>
            <Radio value="archive" label={words.plugins.fromArchive} />
            <Radio value="folder" label={words.plugins.fromFolder} />
          </RadioGroup>
        </Field>
        {from === "archive" ? (
          <Field label={words.plugins.archive} hint={words.plugins.archiveHint} required>
            {/* The browser's own: it is what people know, and what a keyboard and a screen reader know. */}
            <input ref={file} type="file" accept=".zip,application/zip" required />
          </Field>
        ) : (
          <Field label={words.plugins.folder} hint={words.plugins.folderHint} required>
            <Input required value={folder} onChange={(_, change) => setFolder(change.value)} placeholder="/srv/plugins/weather" autoComplete="off" spellCheck={false} />
          </Field>
        )}
      </FormDialog>
    );
  }

  const install = async () => {
    const answer = await call<PluginAnswer>("POST", "/plugins/install", { digest: offered.digest } satisfies InstallRequest);
    toast.done(words.plugins.done.install);
    onDone(answer);
  };
  const facts: [string, string][] = [
    [words.common.name, `${offered.name} (${offered.id})`],
    [words.plugins.kind, words.plugins.kinds[offered.kind] ?? offered.kind],
    [words.plugins.version, offered.replaces ? words.plugins.replaces(offered.version, offered.replaces) : offered.version],
    [words.plugins.owner, offered.owner ?? "–"],
    [words.plugins.contracts, offered.contracts],
    [words.plugins.size, words.plugins.files(offered.files, formatBytes(offered.bytes))],
    [words.plugins.permissions, offered.permissions ? JSON.stringify(offered.permissions) : "–"],
  ];
  return (
    <FormDialog key="agree" title={words.plugins.agree(offered.name, offered.version)} submit={words.plugins.installIt} onSubmit={install} onClose={onClose} isAlert>
      <p>{words.plugins.agreeText}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="break">{value}</dd>
          </div>
        ))}
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code className="break">{offered.digest}</code>
          </dd>
        </div>
      </dl>
      <Misfits misfits={offered.misfits} />
    </FormDialog>
  );
}
