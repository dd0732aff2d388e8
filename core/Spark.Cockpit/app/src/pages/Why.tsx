import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useResource } from "../api/useResource";
import { Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";

/** What is behind a reply, found out by replaying the conversation. */
export function Why({ address, onClose }: { address: string; onClose: () => void }) {
  const words = useWords();
  const why = useResource<{ lines: { name: string; value: string }[] }>(`/conversation/why?effect=${encodeURIComponent(address)}`);
  return (
    <Dialog open onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.conversation.whyTitle}</DialogTitle>
          <DialogContent>
            {why.problem ? <Problem problem={why.problem} /> : null}
            {why.data ? (
              <dl className="facts facts-wide">
                {why.data.lines.map((line, index) => (
                  <div key={index}>
                    <dt>{line.name}</dt>
                    <dd className="pre">{line.value}</dd>
                  </div>
                ))}
              </dl>
            ) : why.problem ? null : (
              <Waiting />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.common.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
