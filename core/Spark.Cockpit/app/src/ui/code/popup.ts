import { EditorView } from "@codemirror/view";

/** What an editor offers, in the colours of the page. */
export const popupLook = EditorView.theme({
  ".cm-tooltip": { backgroundColor: "var(--colorNeutralBackground1)", border: "1px solid var(--colorNeutralStroke1)", borderRadius: "4px", color: "var(--colorNeutralForeground1)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--colorBrandBackground)", color: "var(--colorNeutralForegroundOnBrand)" },
});
