import { Button } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useWords } from "../words";
import { Palette } from "./Palette";

/** Opens the palette, by a click or by Ctrl+K anywhere. It holds what is open by itself: the page beside it is not drawn again for it. */
export function PaletteButton() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <Button className="search-button" icon={<SearchRegular />} aria-label={words.palette.open} onClick={() => setOpen(true)}>
        <span className="search-text">{words.palette.open}</span>
      </Button>
      <Palette isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
