import { autocompletion, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder as hint, tooltips } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { nonce } from "../../nonce";
import { useWords } from "../../words";
import { completeExpression, type ExpressionNames } from "./completeExpression";
import { completeTemplate } from "./completeTemplate";
import { codeColours, expression } from "./expression";
import { popupLook } from "./popup";
import { template } from "./template";

export interface CodeLineProps {
  label: string;
  value: string;
  names: ExpressionNames;
  placeholder?: string;
  isReadOnly?: boolean;
  /** A text with `{{names}}` in it, in place of an expression. */
  isTemplate?: boolean;
  /** Of several lines: Enter begins one. */
  isLong?: boolean;
  /** With each letter. */
  onChange?: (next: string) => void;
  /** When it is left, or with Enter. */
  onCommit?: (next: string) => void;
}

const look = EditorView.theme({
  "&": { fontSize: "13px", color: "var(--colorNeutralForeground1)" },
  ".cm-content": { fontFamily: '"Cascadia Code", "SF Mono", "DejaVu Sans Mono", Consolas, monospace', padding: "5px 0", caretColor: "var(--colorNeutralForeground1)" },
  ".cm-line": { padding: "0 10px" },
  "&.cm-focused": { outline: "none" },
});

/** An expression, with what can stand in it offered while it is typed. Escape takes back what was typed. */
export default function CodeLine(props: CodeLineProps) {
  const { label, value, isReadOnly = false, isTemplate = false, isLong = false } = props;
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const textOf = (editor: EditorView) => editor.state.doc.toString();
    const write = (editor: EditorView, text: string) => editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    const commit = (editor: EditorView) => {
      if (textOf(editor) !== latest.current.value) {
        latest.current.onCommit?.(textOf(editor));
      }
    };
    const editor = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          isTemplate ? template : expression,
          codeColours,
          look,
          popupLook,
          history(),
          bracketMatching(),
          autocompletion({ override: [(context) => (isTemplate ? completeTemplate(context, latest.current.names) : completeExpression(context, latest.current.names, context.state.sliceDoc(0, context.pos)))], icons: false }),
          // Where the theme's colours are known.
          tooltips({ position: "fixed", parent: place.current!.closest<HTMLElement>(".fui-FluentProvider") ?? document.body }),
          hint(latest.current.placeholder ?? ""),
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
          EditorState.phrases.of({ Completions: words.code.completions }),
          EditorState.readOnly.of(isReadOnly),
          keymap.of(completionKeymap),
          Prec.low(
            keymap.of([
              ...(isLong ? [] : [{ key: "Enter", run: (one: EditorView) => (latest.current.onCommit ? (commit(one), true) : true) }]),
              {
                key: "Escape",
                run: (one) => {
                  const isChanged = latest.current.onCommit !== undefined && textOf(one) !== latest.current.value && completionStatus(one.state) === null;
                  if (isChanged) {
                    write(one, latest.current.value);
                  }

                  return isChanged;
                },
                stopPropagation: true,
              },
              ...historyKeymap,
              ...defaultKeymap,
            ]),
          ),
          EditorView.domEventHandlers({ blur: (_, one) => commit(one) }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && textOf(update.view) !== latest.current.value) {
              latest.current.onChange?.(textOf(update.view));
            }
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
    // What differs later comes by the effect below, or is asked for when it is needed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [label, isReadOnly, isTemplate, isLong]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    }
  }, [value]);

  return <div ref={place} className={isLong ? "code-line code-long" : "code-line"} />;
}
