import { useMemo } from "react";
import { useResource } from "../../api/useResource";
import { type Forms, readForms, type Schema } from "./schema";

/** The forms of all steps, with the actions of the installed plugins, and the schemas of the other files. */
export function useForms(): Forms | null {
  const { data: dialog } = useResource<Schema>("/studio/schema/dialog");
  const { data: action } = useResource<Schema>("/studio/schema/action");
  const { data: bot } = useResource<Schema>("/studio/schema/bot");
  const { data: intents } = useResource<Schema>("/studio/schema/intents");
  const { data: intent } = useResource<Schema>("/studio/schema/intent");
  return useMemo(() => {
    const others: [RegExp, Schema | undefined][] = [
      [/^bot\.yaml$/, bot],
      [/^intents\.yaml$/, intents],
      [/^intents\//, intent],
    ];
    return dialog && action ? readForms(dialog, action, others.flatMap(([path, schema]) => (schema ? [[path, schema] as const] : []))) : null;
  }, [dialog, action, bot, intents, intent]);
}
