import { useWords } from "../words";
import { diffLines } from "./diff";
import { type Files, isPublished } from "./model";

/** What differs between the draft and what answers now; tests and places on the canvas are no part of that. */
export function Changes({ files, live, onOpen }: { files: Files; live: Files | null; onOpen: (path: string) => void }) {
  const words = useWords();
  const before = live ?? {};
  const changed = [...new Set([...Object.keys(files), ...Object.keys(before)])].filter((path) => isPublished(path) && files[path] !== before[path]).sort();
  if (changed.length === 0) {
    return <p className="quiet">{words.designer.noChanges}</p>;
  }

  return changed.map((path) => (
    <section key={path} className="diff" aria-label={path}>
      <h3>
        <button type="button" className="link" onClick={() => onOpen(path)}>
          {path}
        </button>
      </h3>
      <pre tabIndex={0} aria-label={path}>
        {diffLines(before[path] ?? "", files[path] ?? "").map((line, index) => (
          <div key={index} className={`diff-${line.kind}`}>
            {line.kind === "added" ? "+ " : line.kind === "removed" ? "- " : "  "}
            {line.text}
          </div>
        ))}
      </pre>
    </section>
  ));
}
