import { Input } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { CodeLineProps } from "./code/CodeLine";

const CodeLine = lazy(() => import("./code/CodeLine"));

/** A line of code; its editor is fetched when the first one is shown. */
export function CodeField(props: CodeLineProps) {
  return (
    <Suspense fallback={<Input className="mono" aria-label={props.label} value={props.value} readOnly />}>
      <CodeLine {...props} />
    </Suspense>
  );
}
