import { Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { ApiError } from "../api/client";
import { useWords } from "../words";
import { FormDialog } from "./FormDialog";
import { type Merged, merge, setAt } from "./merge";
import { useToast } from "./toast";

/** The host's word for: somebody else has changed it since you read it. */
const outdated = "SPK14021";

interface Kept<T, E> {
  value: T;
  edition: E;
}

interface Merging<T, E> {
  /** Saves a change of what was read in an edition. What others changed meanwhile is kept; where both changed the same, the person chooses. */
  save: (base: T, mine: T, edition: E) => Promise<void>;
  /** The same of a save that was refused already. */
  resolve: (base: T, mine: T, refused: unknown) => Promise<void>;
  /** Where the person chooses. */
  dialog: ReactNode;
}

interface Conflict<T, E> {
  merged: Merged<T>;
  now: Kept<T, E>;
}

/** What a field is called, and how its value is written for people; without that as the host has it. */
interface FieldWords {
  name: string;
  value?: (value: unknown) => string;
}

/**
 * @param of What is there now, of what a refusal brings along.
 * @param fields The words for fields, by the names that lead to them, joined by dots.
 */
export function useMerge<T, E, V>(of: (now: V) => Kept<T, E>, write: (value: T, edition: E) => Promise<void>, fields: Record<string, FieldWords> = {}): Merging<T, E> {
  const words = useWords();
  const toast = useToast();
  const [conflict, setConflict] = useState<Conflict<T, E>>();
  const save = async (base: T, mine: T, edition: E): Promise<void> => {
    try {
      await write(mine, edition);
    } catch (refused) {
      await resolve(base, mine, refused);
    }
  };
  const resolve = async (base: T, mine: T, refused: unknown): Promise<void> => {
    if (!(refused instanceof ApiError && refused.code === outdated && refused.now)) {
      throw refused;
    }

    const now = of(refused.now as V);
    const merged = merge(base, mine, now.value);
    if (merged.clashes.length > 0) {
      setConflict({ merged, now });
      return;
    }

    await save(now.value, merged.value, now.edition);
    toast.done(words.merge.merged);
  };

  const dialog = conflict ? (
    <Choose
      merged={conflict.merged}
      fields={fields}
      onChoose={async (value) => {
        setConflict(undefined);
        await save(conflict.now.value, value, conflict.now.edition);
      }}
      onClose={() => setConflict(undefined)}
    />
  ) : null;
  return { save, resolve, dialog };
}

function Choose<T>({ merged, fields, onChoose, onClose }: { merged: Merged<T>; fields: Record<string, FieldWords>; onChoose: (value: T) => Promise<void>; onClose: () => void }) {
  const words = useWords();
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  const choose = (index: number, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) {
      next.add(index);
    } else {
      next.delete(index);
    }

    setTheirs(next);
  };
  const submit = () =>
    onChoose(merged.clashes.reduce<unknown>((value, clash, index) => (theirs.has(index) ? setAt(value, clash.path, clash.theirs) : value), merged.value) as T);

  return (
    <FormDialog title={words.merge.title} submit={words.common.save} onSubmit={submit} onClose={onClose} isWide isAlert>
      <p>{words.merge.text}</p>
      {merged.clashes.map((clash, index) => {
        const field = fields[clash.path.join(".")];
        return (
          <fieldset key={clash.path.join(".")} className="fieldset merge-clash">
            <legend>{field?.name ?? clash.path.join(" › ")}</legend>
            <RadioGroup value={theirs.has(index) ? "theirs" : "mine"} onChange={(_, change) => choose(index, change.value === "theirs")}>
              <div className="merge-side">
                <Radio value="mine" label={words.merge.mine} />
                <pre className="mono">{shown(clash.mine, field)}</pre>
              </div>
              <div className="merge-side">
                <Radio value="theirs" label={words.merge.theirs} />
                <pre className="mono">{shown(clash.theirs, field)}</pre>
              </div>
            </RadioGroup>
          </fieldset>
        );
      })}
    </FormDialog>
  );
}

const shown = (value: unknown, field: FieldWords | undefined): string =>
  value === undefined || value === null || value === "" ? "–" : field?.value ? field.value(value) : typeof value === "string" ? value : JSON.stringify(value, null, 2);
