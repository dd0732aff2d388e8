import { formatCount } from "../ui/format";

/** The forms of a text that a language needs for numbers; "#" stands for the number, as the language writes it. */
type Forms<Rule extends Intl.LDMLPluralRule> = Record<Rule, string>;

/** @param most as far as was counted: a number that came so far may be more. */
type Counting<Rule extends Intl.LDMLPluralRule> = (count: number, forms: Forms<Rule>, most?: number) => string;

function counting<Rule extends Intl.LDMLPluralRule>(language: string): Counting<Rule> {
  const rules = new Intl.PluralRules(language);
  return (count, forms, most = Infinity) => forms[rules.select(count) as Rule].replaceAll("#", `${formatCount(count)}${count >= most ? "+" : ""}`);
}

// A form that is missing, or one too many, stops the build. French counts millions apart: "1 000 000 de conversations".
export const english = counting<"one" | "other">("en");
export const dutch = counting<"one" | "other">("nl");
export const french = counting<"one" | "many" | "other">("fr");
export const german = counting<"one" | "other">("de");
