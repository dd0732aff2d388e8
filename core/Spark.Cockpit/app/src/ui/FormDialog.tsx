import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ApiError } from "../api/client";
import { toApiError } from "../api/useResource";
import { useWords } from "../words";
import { Problem } from "./Parts";

interface FormDialogProps {
  title: string;
  /** The word on the button that does it; without one the dialog can only be closed. */
  submit: string | null;
  /** Does it. What it throws is told in the dialog, which stays open; it also stays open when this says `false`. */
  onSubmit: () => Promise<void | false> | void;
  onClose: () => void;
  /** True while something keeps it from being done. */
  isHeld?: boolean;
  isWide?: boolean;
  /** True when a press beside it does not close it. */
  isAlert?: boolean;
  children: ReactNode;
}

/** A form in a dialog: fields, a button that does it, and what the host says against it. */
export function FormDialog({ title, submit, onSubmit, onClose, isHeld = false, isWide = false, isAlert = false, children }: FormDialogProps) {
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || isHeld || submit === null) {
      return;
    }

    setBusy(true);
    setProblem(undefined);
    try {
      if ((await onSubmit()) !== false) {
        onClose();
      }
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog open modalType={isAlert ? "alert" : "modal"} onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface {...(isWide ? {} : { className: "dialog-narrow" })}>
        <form onSubmit={(event) => void send(event)}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            {/* What does not fit is scrolled by the keyboard, too, also where there is no field to go to. */}
            <DialogContent className="form" {...(submit === null ? { tabIndex: 0 } : {})}>
              {problem ? <Problem problem={problem} /> : null}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{submit === null ? words.common.close : words.common.cancel}</Button>
              {submit === null ? null : (
                <Button appearance="primary" type="submit" disabledFocusable={isBusy || isHeld}>
                  {submit}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
