import { Button } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { ApiError } from "../api/client";
import { toApiError } from "../api/useResource";
import { Problem } from "./Parts";

interface DoorProps {
  title: string;
  /** What stands above the fields. */
  above?: ReactNode;
  /** What is said until a try was refused. */
  notice?: ReactNode;
  submit: string;
  isSecondary?: boolean;
  isShut?: boolean;
  help?: string;
  onSubmit: () => Promise<void>;
  children: ReactNode;
}

/** The card at which one comes in: it has the page to itself. */
export function Door({ title, above, notice, submit, isSecondary, isShut, help, onSubmit, children }: DoorProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const knock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit();
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <form className="door-card" onSubmit={(event) => void knock(event)}>
        <img src="/cockpit/icon.svg" alt="" width="44" height="44" />
        <h1>{title}</h1>
        {problem ? <Problem problem={problem} /> : notice}
        {above}
        {children}
        <Button appearance={isSecondary ? "secondary" : "primary"} type="submit" size="large" disabledFocusable={isBusy || isShut === true}>
          {submit}
        </Button>
        {help ? <p className="quiet">{help}</p> : null}
      </form>
    </main>
  );
}
