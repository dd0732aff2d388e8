import { autocompletion, type CompletionContext, completionKeymap, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { Finding } from "../api/types";
import { nonce } from "../nonce";
import { codeColours } from "../ui/code/expression";
import { popupLook } from "../ui/code/popup";
import { useWords } from "../words";
import { typedInto } from "./typedInto";

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--colorNeutralForeground1)", backgroundColor: "var(--colorNeutralBackground1)" },
  ".cm-scroller": { fontFamily: '"Cascadia Code", "SF Mono", "DejaVu Sans Mono", Consolas, monospace', lineHeight: "20px" },
  ".cm-gutters": { backgroundColor: "var(--colorNeutralBackground2)", color: "var(--colorNeutralForeground3)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--colorNeutralBackground1Hover)" },
  ".cm-cursor": { borderLeftColor: "var(--colorNeutralForeground1)" },
  "&.cm-focused": { outline: "none" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--code-selection) !important" },
});

/** Marks a change that did not come from typing. */
const fromElsewhere = Annotation.define<boolean>();

interface YamlEditorProps {
  label: string;
  text: string;
  findings: Finding[];
  /** The line to be seen, from 1; a new object shows it again. */
  show: { line: number } | null;
  isReadOnly: boolean;
  /** What can stand where the cursor is. */
  complete: (context: CompletionContext) => CompletionResult | null;
  onChange: (text: string) => void;
  onLine: (line: number) => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** One file. What is typed is written into the file's own text, whose line breaks stay; a change from elsewhere is put in as the smallest that makes it so. */
export function YamlEditor({ label, text, findings, show, isReadOnly, complete, onChange, onLine, onUndo, onRedo }: YamlEditorProps) {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const written = useRef(text);
  const handlers = useRef({ complete, onChange, onLine, onUndo, onRedo });
  useEffect(() => {
    handlers.current = { complete, onChange, onLine, onUndo, onRedo };
  });

  useEffect(() => {
    const editor = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          drawSelection(),
          bracketMatching(),
          highlightSelectionMatches(),
          indentUnit.of("  "),
          yaml(),
          codeColours,
          autocompletion({ override: [(context) => handlers.current.complete(context)], icons: false }),
          EditorState.phrases.of({ Completions: words.code.completions }),
          look,
          popupLook,
          lintGutter(),
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label }),
          EditorState.readOnly.of(isReadOnly),
          keymap.of([
            { key: "Mod-z", run: () => (handlers.current.onUndo(), true), preventDefault: true },
            { key: "Mod-y", mac: "Mod-Shift-z", run: () => (handlers.current.onRedo(), true), preventDefault: true },
            { key: "Mod-Shift-z", run: () => (handlers.current.onRedo(), true), preventDefault: true },
            ...completionKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.annotation(fromElsewhere))) {
              written.current = typedInto(written.current, update.startState.doc, update.changes);
              handlers.current.onChange(written.current);
            }

            if (update.selectionSet && update.view.hasFocus) {
              handlers.current.onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
            }
          }),
        ],
      }),
    });
    // It can be scrolled by keys where the text stands still.
    editor.scrollDOM.tabIndex = 0;
    view.current = editor;
    return () => editor.destroy();
    // A file gets an editor of its own: what differs while it is open comes by the effects below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [label, isReadOnly]);

  useEffect(() => {
    const editor = view.current;
    const before = editor?.state.doc.toString();
    const now = text.replace(/\r\n?/g, "\n");
    written.current = text;
    if (!editor || before === undefined || before === now) {
      return;
    }

    let start = 0;
    while (start < before.length && start < now.length && before[start] === now[start]) {
      start++;
    }

    let end = 0;
    while (end < before.length - start && end < now.length - start && before[before.length - 1 - end] === now[now.length - 1 - end]) {
      end++;
    }

    editor.dispatch({ changes: { from: start, to: before.length - end, insert: now.slice(start, now.length - end) }, annotations: fromElsewhere.of(true) });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) {
      return;
    }

    const diagnostics = findings.map((finding): Diagnostic => {
      const line = editor.state.doc.line(Math.min(Math.max(1, finding.at.line), editor.state.doc.lines));
      const from = Math.min(line.from + Math.max(0, finding.at.column - 1), line.to);
      return {
        from,
        to: line.to,
        severity: finding.level === "Error" ? "error" : finding.level === "Warning" ? "warning" : "info",
        message: `${finding.code}: ${finding.message} ${finding.remedy}`,
      };
    });
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [findings, label]);

  useEffect(() => {
    const editor = view.current;
    if (editor && show) {
      const line = editor.state.doc.line(Math.min(Math.max(1, show.line), editor.state.doc.lines));
      editor.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: "center" }) });
    }
  }, [show, label]);

  return <div ref={place} className="yaml" />;
}
