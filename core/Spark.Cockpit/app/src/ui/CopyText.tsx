import { Button, Tooltip } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useWords } from "../words";
import { useToast } from "./toast";

/** Something that is to be pasted elsewhere. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const words = useWords();
  const toast = useToast();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => toast.done(words.common.copied),
      (problem: unknown) => toast.failed(problem),
    );
  return (
    <div className="copy">
      <span className="quiet">{label}</span>
      <code className="copy-text">{text}</code>
      <Tooltip content={`${words.common.copy}: ${label}`} relationship="label">
        <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={copy} />
      </Tooltip>
    </div>
  );
}
