import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import type { Finding } from "../api/types";
import { nonce } from "../nonce";

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--code-key)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--colorNeutralForeground1)", backgroundColor: "var(--colorNeutralBackground1)" },
  ".cm-scroller": { fontFamily: '"Cascadia Code", "SF Mono", "DejaVu Sans Mono", Consolas, monospace', lineHeight: "20px" },
  ".cm-gutters": { backgroundColor: "var(--colorNeutralBackground2)", color: "var(--colorNeutralForeground3)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--colorNeutralBackground1Hover)" },
  ".cm-cursor": { borderLeftColor: "var(--colorNeutralForeground1)" },
  "&.cm-focused": { outline: "none" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--code-selection) !important" },
  ".cm-tooltip": { backgroundColor: "var(--colorNeutralBackground1)", border: "1px solid var(--colorNeutralStroke1)", color: "var(--colorNeutralForeground1)" },
});

interface YamlEditorProps {
  label: string;
  text: string;
  findings: Finding[];
  /** The line to be seen, from 1; a new object shows it again. */
  show: { line: number } | null;
  isReadOnly: boolean;
  onChange: (text: string) => void;
  onLine: (line: number) => void;
}

/** One file. The editor keeps its own text and history; a change from elsewhere is put in as the smallest change that makes it so. */
export function YamlEditor({ label, text, findings, show, isReadOnly, onChange, onLine }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const handlers = useRef({ onChange, onLine });
  useEffect(() => {
    handlers.current = { onChange, onLine };
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
          history(),
          drawSelection(),
          bracketMatching(),
          highlightSelectionMatches(),
          indentUnit.of("  "),
          yaml(),
          syntaxHighlighting(colours),
          look,
          lintGutter(),
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label }),
          EditorState.readOnly.of(isReadOnly),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              handlers.current.onChange(update.state.doc.toString());
            }

            if (update.selectionSet && update.view.hasFocus) {
              handlers.current.onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
            }
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
    // A file gets an editor of its own: what differs while it is open comes by the effects below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [label, isReadOnly]);

  useEffect(() => {
    const editor = view.current;
    const before = editor?.state.doc.toString();
    if (!editor || before === undefined || before === text) {
      return;
    }

    let start = 0;
    while (start < before.length && start < text.length && before[start] === text[start]) {
      start++;
    }

    let end = 0;
    while (end < before.length - start && end < text.length - start && before[before.length - 1 - end] === text[text.length - 1 - end]) {
      end++;
    }

    editor.dispatch({ changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) } });
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
