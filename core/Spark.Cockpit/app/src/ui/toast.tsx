import { Toast, ToastBody, ToastTitle, useToastController } from "@fluentui/react-components";
import { useCallback } from "react";
import { toApiError } from "../api/useResource";

export const toasterId = "cockpit";

export function useToast(): { done: (text: string) => void; failed: (problem: unknown) => void } {
  const { dispatchToast } = useToastController(toasterId);
  const done = useCallback(
    (text: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: "success", timeout: 4000 },
      ),
    [dispatchToast],
  );
  const failed = useCallback(
    (problem: unknown) => {
      const said = toApiError(problem);
      dispatchToast(
        <Toast>
          <ToastTitle>{said.code || "Error"}</ToastTitle>
          <ToastBody>{said.message}</ToastBody>
        </Toast>,
        { intent: "error", timeout: 12000 },
      );
    },
    [dispatchToast],
  );
  return { done, failed };
}
