import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import type { ApiError } from "../api/client";
import { useWords } from "../words";

/** The head of a page: its title, a sentence on what it is for, and what can be done. */
export function PageHead({ title, intro, children, above }: { title: string; intro?: string; children?: ReactNode; above?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Spark`;
  }, [title]);
  return (
    <header className="page-head">
      <div className="page-head-text">
        {above}
        <h1>{title}</h1>
        {intro ? <p>{intro}</p> : null}
      </div>
      {children ? <div className="page-head-actions">{children}</div> : null}
    </header>
  );
}

/** What the host refused, in its own words, with its code. */
export function Problem({ problem, retry }: { problem: ApiError; retry?: () => void }) {
  const words = useWords();
  return (
    <MessageBar intent="error" layout="multiline" className="problem" role="alert">
      <MessageBarBody>
        {problem.code ? <MessageBarTitle>{problem.code}</MessageBarTitle> : null}
        {problem.message}
      </MessageBarBody>
      {retry ? (
        <MessageBarActions>
          <Button size="small" onClick={retry}>
            {words.common.retry}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}

export function Waiting() {
  const words = useWords();
  return (
    <div className="waiting">
      <Spinner size="small" label={words.common.loading} />
    </div>
  );
}

/** What stands where there is nothing yet: what would be here, and how to get it. */
export function Empty({ icon, title, hint, children }: { icon?: ReactNode; title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {icon ? (
        <div className="empty-icon" aria-hidden="true">
          {icon}
        </div>
      ) : null}
      <h2>{title}</h2>
      {hint ? <p>{hint}</p> : null}
      {children}
    </div>
  );
}

export type Tone = "good" | "bad" | "warn" | "info" | "quiet";

/** A state in a word, with a colour that says nothing more than the word. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}
