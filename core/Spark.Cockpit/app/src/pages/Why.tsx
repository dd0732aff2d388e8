import { useResource } from "../api/useResource";
import { FormDialog } from "../ui/FormDialog";
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
    <FormDialog title={words.conversation.whyTitle} submit={null} onSubmit={() => undefined} onClose={onClose} isWide>
      {why.problem ? <Problem problem={why.problem} /> : null}
      {why.data ? (
        <dl className="facts facts-wide">
          {byName(why.data.lines).map(([name, values]) => (
            <div key={name}>
              <dt>{words.conversation.whyNames[name] ?? name}</dt>
              <dd className="pre">{values.join("\n")}</dd>
            </div>
          ))}
        </dl>
      ) : why.problem ? null : (
        <Waiting />
      )}
    </FormDialog>
  );
}
