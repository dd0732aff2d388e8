import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { DraftRequest } from "../api/schema";
import type { DraftView, MissedSentence } from "../api/types";
import { Go } from "../shell/router";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

const most = 8;

/** What bots did not understand; a designer makes an example of it by choosing the intent that was meant. */
export function MissedSentences({ sentences, mayEdit }: { sentences: MissedSentence[]; mayEdit: boolean }) {
  const words = useWords();
  const [added, setAdded] = useState<Record<string, string>>({});
  if (sentences.length === 0) {
    return <p className="quiet">{words.insights.noneMissed}</p>;
  }

  return (
    <ul className="missed">
      {sentences.slice(0, most).map((sentence) => {
        const key = `${sentence.bot} ${sentence.language} ${sentence.text}`;
        return (
          <li key={key}>
            <span className="break">
              <Go to={`/conversations/${sentence.conversation}`}>{sentence.text}</Go>
              <span className="quiet">
                {" "}
                {[sentence.language, sentence.count > 1 ? words.insights.often(sentence.count) : null].filter(Boolean).join(" · ")}
              </span>
              {added[key] ? (
                <div className="quiet">
                  {words.insights.added(added[key])} <Go to={`/bots/${sentence.bot}/design`}>{words.bots.design}</Go>
                </div>
              ) : null}
            </span>
            {mayEdit && !added[key] ? <AddExample sentence={sentence} onAdded={(intent) => setAdded((before) => ({ ...before, [key]: intent }))} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function AddExample({ sentence, onAdded }: { sentence: MissedSentence; onAdded: (intent: string) => void }) {
  const words = useWords();
  const toast = useToast();
  const [intents, setIntents] = useState<string[]>();
  const address = `/bots/${encodeURIComponent(sentence.bot)}/draft`;
  const open = async () => {
    try {
      const [draft, intents] = await Promise.all([call<DraftView>("GET", address), import("../designer/tables/intentFiles")]);
      setIntents(intents.readIntents(draft.files).map((one) => one.name).sort((left, right) => left.localeCompare(right)));
    } catch (refused) {
      toast.failed(refused);
    }
  };
  const add = async (intent: string) => {
    try {
      // Read anew: somebody may have worked on the bot since the menu was opened.
      const [draft, intents] = await Promise.all([call<DraftView>("GET", address), import("../designer/tables/intentFiles")]);
      const files = intents.addExample(draft.files, intent, sentence.language, sentence.text);
      if (!files) {
        toast.failed(new Error(words.insights.noPlace(intent)));
        return;
      }

      await call("PUT", address, { number: draft.number, files } satisfies DraftRequest);
      onAdded(intent);
    } catch (refused) {
      toast.failed(refused);
    }
  };

  return (
    <Menu onOpenChange={(_, change) => (change.open ? void open() : undefined)}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<AddRegular />} aria-label={`${words.insights.add}: ${sentence.text}`}>
          {words.insights.add}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {intents?.map((intent) => (
            <MenuItem key={intent} onClick={() => void add(intent)}>
              {intent}
            </MenuItem>
          )) ?? <MenuItem disabled>{words.common.loading}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
