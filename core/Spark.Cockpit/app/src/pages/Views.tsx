import { Button, Checkbox, Field, Input, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { BookmarkRegular, PeopleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { ViewRequest } from "../api/schema";
import type { ViewLine, ViewList } from "../api/types";
import { useResource } from "../api/useResource";
import { useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { FormDialog } from "../ui/FormDialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

/** The views of the list that were saved: a view is the address's query under a name, so that choosing one is going there. */
export function Views({ present }: { present: URLSearchParams }) {
  const words = useWords();
  const toast = useToast();
  const { go } = useRouter();
  const mayShare = useMay("Administer");
  const list = useResource<ViewList>("/views");
  const [isSaving, setSaving] = useState(false);
  const views = list.data?.views ?? [];
  const here = views.find((view) => sorted(new URLSearchParams(view.query)) === sorted(present));
  const remove = async (view: ViewLine) => {
    try {
      await call("DELETE", `/views/${encodeURIComponent(view.name)}${view.isShared ? "?shared=true" : ""}`);
      toast.done(words.views.removed(view.name));
      list.reload();
    } catch (refused) {
      toast.failed(refused);
    }
  };

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<BookmarkRegular />}>{here?.name ?? words.views.title}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {views.map((view) => (
              <MenuItem
                key={`${view.isShared} ${view.name}`}
                icon={view.isShared ? <PeopleRegular /> : <BookmarkRegular />}
                {...(view.isShared ? { secondaryContent: words.views.shared } : {})}
                onClick={() => go(`/conversations${view.query ? `?${view.query}` : ""}`)}
              >
                {view.name}
              </MenuItem>
            ))}
            {list.data && views.length === 0 ? <p className="menu-hint">{words.views.none}</p> : null}
            <MenuDivider />
            <MenuItem onClick={() => setSaving(true)}>{words.views.save}</MenuItem>
            {here && (!here.isShared || mayShare) ? <MenuItem onClick={() => void remove(here)}>{words.views.remove(here.name)}</MenuItem> : null}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isSaving ? (
        <SaveView
          query={present.toString()}
          mayShare={mayShare}
          onClose={() => setSaving(false)}
          onSaved={() => {
            toast.done(words.common.saved);
            list.reload();
          }}
        />
      ) : null}
    </>
  );
}

function SaveView({ query, mayShare, onClose, onSaved }: { query: string; mayShare: boolean; onClose: () => void; onSaved: () => void }) {
  const words = useWords();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const submit = async () => {
    await call("PUT", `/views/${encodeURIComponent(name.trim())}`, { query, isShared } satisfies ViewRequest);
    onSaved();
  };

  return (
    <FormDialog title={words.views.save} submit={words.common.save} onSubmit={submit} onClose={onClose} isHeld={name.trim() === ""}>
      <p>{words.views.keeps}</p>
      <Field label={words.common.name} hint={words.views.nameHint} required>
        <Input required maxLength={60} value={name} onChange={(_, change) => setName(change.value)} autoComplete="off" />
      </Field>
      {mayShare ? <Checkbox checked={isShared} onChange={(_, change) => setShared(change.checked === true)} label={words.views.forAll} /> : null}
    </FormDialog>
  );
}

function sorted(query: URLSearchParams): string {
  const copy = new URLSearchParams(query);
  copy.sort();
  return copy.toString();
}
