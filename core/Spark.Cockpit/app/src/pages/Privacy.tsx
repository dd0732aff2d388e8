import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { ArrowDownloadRegular, DeleteRegular, PersonSearchRegular } from "@fluentui/react-icons";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { type ApiError, call, download } from "../api/client";
import type { PersonQuery } from "../api/schema";
import type { PersonFace } from "../api/types";
import { toApiError } from "../api/useResource";
import { useRouter } from "../shell/router";
import { formatTime } from "../ui/format";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { ErasePerson } from "./ErasePerson";
import { RetentionTable } from "./RetentionTable";

/** What is kept of people: to find, to export and to erase it, and how long it is kept. */
export function Privacy() {
  const words = useWords();
  const toast = useToast();
  const { query } = useRouter().place;
  const conversation = query.get("conversation");
  const [instance, id] = [query.get("instance"), query.get("id")];
  const [text, setText] = useState(query.get("name") ?? id ?? "");
  const [found, setFound] = useState<PersonFace[]>();
  const [chosen, setChosen] = useState<PersonFace[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const [problem, setProblem] = useState<ApiError>();

  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (refused) {
      setProblem(toApiError(refused));
    } finally {
      setBusy(false);
    }
  }, []);
  const find = useCallback(
    (wanted: string, choose: (face: PersonFace) => boolean) =>
      attempt(async () => {
        const { people } = await call<{ people: PersonFace[] }>("POST", "/people/find", { text: wanted } satisfies PersonQuery);
        setFound(people);
        setChosen(people.filter(choose));
      }),
    [attempt],
  );

  // From the page of a conversation: its person is looked for, and chosen.
  useEffect(() => {
    if (instance && id) {
      void find(id, (face) => face.who.instance === instance && face.who.id === id);
    }
  }, [find, instance, id]);

  const request = { people: chosen.map((face) => face.who), conversations: conversation ? [conversation] : [] };
  const isChosen = chosen.length > 0 || conversation !== null;
  const toggle = (face: PersonFace) => {
    const same = (other: PersonFace) => other === face || (face.identity !== null && other.identity === face.identity);
    setChosen((before) => (before.includes(face) ? before.filter((other) => !same(other)) : [...before.filter((other) => !same(other)), ...(found ?? []).filter(same)]));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void find(text.trim(), () => false);
  };
  const exportChosen = () =>
    attempt(async () => {
      await download("/people/export", request);
      toast.done(words.privacy.exported);
    });

  return (
    <>
      <PageHead title={words.privacy.title} intro={words.privacy.intro} />
      <section aria-labelledby="people-title" className="privacy">
        <h2 id="people-title">{words.privacy.people}</h2>
        <form className="privacy-search" onSubmit={submit} role="search">
          <Field label={words.privacy.search} hint={words.privacy.searching}>
            <Input value={text} onChange={(_, change) => setText(change.value)} autoComplete="off" spellCheck={false} minLength={2} maxLength={200} required />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {words.privacy.find}
          </Button>
        </form>
        {problem ? <Problem problem={problem} /> : null}
        {isBusy ? <Waiting /> : null}
        {found && found.length > 0 ? (
          <>
            <p className="quiet">{words.privacy.choose}</p>
            <Faces faces={found} chosen={chosen} onToggle={toggle} />
          </>
        ) : isBusy ? null : (
          <Empty icon={<PersonSearchRegular />} title={found ? words.privacy.none : conversation ? words.conversation.kept : words.privacy.start} />
        )}
        {isChosen ? (
          <div className="page-head-actions">
            <Button icon={<ArrowDownloadRegular />} onClick={() => void exportChosen()} disabledFocusable={isBusy}>
              {words.privacy.export}
            </Button>
            <Button icon={<DeleteRegular />} onClick={() => setErasing(true)} disabledFocusable={isBusy}>
              {words.privacy.erase}
            </Button>
          </div>
        ) : null}
      </section>
      <RetentionTable />
      {isErasing ? (
        <ErasePerson
          request={request}
          word={chosen[0]?.principalName ?? chosen[0]?.email ?? chosen[0]?.name ?? chosen[0]?.who.id ?? conversation?.slice(0, 8) ?? ""}
          onDone={() => {
            setFound(undefined);
            setChosen([]);
          }}
          onClose={() => setErasing(false)}
        />
      ) : null}
    </>
  );
}

function Faces({ faces, chosen, onToggle }: { faces: PersonFace[]; chosen: PersonFace[]; onToggle: (face: PersonFace) => void }) {
  const words = useWords();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={words.privacy.people}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.privacy.person}</th>
            <th scope="col">{words.privacy.channel}</th>
            <th scope="col">{words.privacy.known}</th>
            <th scope="col">{words.privacy.conversations}</th>
            <th scope="col">{words.privacy.last}</th>
          </tr>
        </thead>
        <tbody>
          {faces.map((face) => (
            <tr key={`${face.who.instance}/${face.who.id}`}>
              <td>
                <Checkbox
                  checked={chosen.includes(face)}
                  onChange={() => onToggle(face)}
                  label={face.name ?? face.who.id}
                  aria-label={words.privacy.select(`${face.name ?? face.who.id}, ${face.who.instance}`)}
                />
              </td>
              <td>{face.who.instance}</td>
              <td className="break">{[face.principalName, face.email, face.identity, face.who.id].filter(Boolean).join(", ")}</td>
              <td>{face.conversations}</td>
              <td className="nowrap">{face.lastAt ? formatTime(face.lastAt) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
