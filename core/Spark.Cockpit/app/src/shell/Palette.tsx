import { Input } from "@fluentui/react-components";
import { BotRegular, SearchRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { BotLine } from "../api/types";
import { useResource } from "../api/useResource";
import { useWords } from "../words";
import { groups } from "./places";
import { useRouter } from "./router";
import { useSession } from "./session";

/**
 * Goes to a page or a bot by typing a part of its name. The browser's own dialog, and drawn before it is wanted: it is there with the next
 * paint, however long the page below is, where another one would go through all of it to hide it.
 */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords();
  const { go } = useRouter();
  const { session } = useSession();
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current!;
    if (isOpen) {
      shown.showModal();
    } else {
      shown.close();
    }
  }, [isOpen]);
  const bots = useResource<{ bots: BotLine[] }>(isOpen && session.rights.includes("SeeBots") ? "/bots" : null);

  const all = [
    ...groups.flatMap((group) =>
      group.items
        .filter((item) => session.rights.includes(item.right))
        .map((item) => ({ path: item.path, name: item.name(words), icon: item.icon, hint: group.name(words) ?? "" })),
    ),
    ...(bots.data?.bots ?? []).map((bot) => ({ path: `/bots/${bot.id}`, name: bot.id, icon: <BotRegular />, hint: words.nav.bots })),
  ];
  const wanted = text.trim().toLowerCase();
  const found = all.filter((item) => item.name.toLowerCase().includes(wanted));
  const chosen = Math.min(at, found.length - 1);

  const close = () => {
    setText("");
    setAt(0);
    onClose();
  };
  const open = (path: string) => {
    close();
    go(path);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") {
      setAt((chosen + 1) % Math.max(found.length, 1));
    } else if (event.key === "ArrowUp") {
      setAt((chosen - 1 + found.length) % Math.max(found.length, 1));
    } else if (event.key === "Enter" && found[chosen]) {
      open(found[chosen].path);
    } else {
      return;
    }

    event.preventDefault();
  };

  return (
    <dialog ref={dialog} className="go-to" aria-label={words.palette.title} onCancel={close} onClick={(event) => (event.target === event.currentTarget ? close() : undefined)}>
      <div className="go-to-body">
        <Input
          className="go-to-input"
          size="large"
          contentBefore={<SearchRegular />}
          placeholder={words.palette.placeholder}
          aria-label={words.palette.placeholder}
          role="combobox"
          aria-expanded="true"
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
          value={text}
          onChange={(_, change) => {
            setText(change.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
        {isOpen ? (
          <>
            {found.length === 0 ? <p className="quiet">{words.palette.none}</p> : null}
            <ul id={id} role="listbox" aria-label={words.palette.title} className="go-to-list">
              {found.map((item, index) => (
                <li key={item.path} id={`${id}-${index}`} role="option" aria-selected={index === chosen} className={index === chosen ? "go-to-here" : ""} onClick={() => open(item.path)} onMouseMove={() => setAt(index)}>
                  <span className="nav-icon" aria-hidden="true">
                    {item.icon}
                  </span>
                  <span>{item.name}</span>
                  <span className="quiet go-to-hint">{item.hint}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </dialog>
  );
}
