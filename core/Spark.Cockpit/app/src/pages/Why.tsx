import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useResource } from "../api/useResource";
import { Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";

function byName(lines: { name: string; value: string }[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    found.set(line.name, [...(found.get(line.name) ?? []), line.value]);
  }

  return [...found];
}

/** What is behind a reply, found out by replaying the conversation. */
export function Why({ address, onClose }: { address: string; onClose: () => void }) {
  const words = useWords();
  const why = useResource<{ lines: { name: string; value: string }[] }>(`/conversation/why?effect=${encodeURIComponent(address)}`);
  return (
    <Dialog open onOpenChange={(_, change) => (change.open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.conversation.whyTitle}</DialogTitle>
          {/* What does not fit is scrolled by the keyboard, too. */}
          <DialogContent tabIndex={0}>
            {why.problem ? <Problem problem={why.problem} /> : null}
            {why.data ? (
              <dl className="facts facts-wide">
                {byName(why.data.lines).map(([name, values]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd className="pre">{values.join("\n")}</dd>
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
