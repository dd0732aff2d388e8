import type { Files } from "../model";
import { setValue } from "../yaml/edit";
import { findPlace, type Path, valueAt } from "../yaml/place";
import { isMapValue } from "../yaml/render";

/** An intent and where its examples stand. */
export interface IntentPlace {
  name: string;
  file: string;
  path: Path;
  /** Language → what people say. */
  examples: Record<string, string[]>;
}

const readExamples = (value: unknown): Record<string, string[]> =>
  Object.fromEntries(Object.entries(isMapValue(value) ? value : {}).map(([language, list]) => [language, Array.isArray(list) ? list.map(String) : []]));

export function readIntents(files: Files): IntentPlace[] {
  const together = valueAt(files["intents.yaml"] ?? "", []);
  return [
    ...Object.entries(isMapValue(together) ? together : {}).map(([name, value]): IntentPlace => ({ name, file: "intents.yaml", path: [name], examples: readExamples(value) })),
    ...Object.entries(files).flatMap(([file, text]): IntentPlace[] => {
      const name = /^intents\/(.+)\.yaml$/.exec(file)?.[1];
      return name ? [{ name, file, path: [], examples: readExamples(valueAt(text, [])) }] : [];
    }),
  ];
}

/** Writes the examples of a language; only the lines of those that are other. */
export function writeExamples(files: Files, intent: IntentPlace, language: string, examples: string[]): Files {
  const text = files[intent.file] ?? "";
  const next = setValue(text, [...intent.path, language], examples.length === 0 ? undefined : examples);
  return next === text ? files : { ...files, [intent.file]: next };
}

export function addIntent(files: Files, name: string, language: string): Files {
  const text = files["intents.yaml"] ?? "";
  const added = findPlace(text, []) ? setValue(text, [name], { [language]: ["…"] }) : `${text}${name}:\n  ${language}:\n    - …\n`;
  return { ...files, ["intents.yaml"]: added };
}

/** Adds a sentence that somebody said to an intent's examples. Null when there is no such intent, or nothing to add. */
export function addExample(files: Files, name: string, language: string, sentence: string): Files | null {
  const intent = readIntents(files).find((one) => one.name === name);
  // Braces name variables in an example.
  const words = sentence.replace(/[{}]/g, " ").replace(/\s+/g, " ").trim();
  const known = intent?.examples[language] ?? [];
  return intent && words !== "" ? writeExamples(files, intent, language, known.includes(words) ? known : [...known, words]) : null;
}
