import { useCallback, useEffect, useState } from "react";
import { en, type Words } from "./en";

const key = "spark-language";

/** Each language is loaded when it is chosen; English is there at once. */
export const languages: Record<string, { name: string; load: () => Promise<Words> }> = {
  en: { name: "English", load: () => Promise.resolve(en) },
  de: { name: "Deutsch", load: () => import("./de").then((module) => module.de) },
  fr: { name: "Français", load: () => import("./fr").then((module) => module.fr) },
  nl: { name: "Nederlands", load: () => import("./nl").then((module) => module.nl) },
};

export function storedLanguage(): string {
  const chosen = localStorage.getItem(key);
  const wished = chosen ? [chosen] : navigator.languages.map((tag) => tag.split("-")[0] ?? "");
  return wished.find((tag) => tag in languages) ?? "en";
}

export function useLanguage(initial: string): { words: Words; choice: string; choose: (choice: string) => void } {
  const [choice, setChoice] = useState(initial);
  const [words, setWords] = useState<Words>(en);
  useEffect(() => {
    let isCurrent = true;
    void languages[choice]?.load().then((loaded) => {
      if (isCurrent) {
        document.documentElement.lang = choice;
        setWords(loaded);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [choice]);

  const choose = useCallback((next: string) => {
    localStorage.setItem(key, next);
    setChoice(next);
  }, []);

  return { words, choice, choose };
}
