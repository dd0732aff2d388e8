import { useResource } from "../../api/useResource";

/** The functions of expressions, with their `$`, as the schema of dialogs names them; none where it cannot be had. */
export function useFunctions(): readonly string[] {
  const schema = useResource<{ $defs: { expression: { examples: string[] } } }>("/studio/schema/dialog");
  return (schema.data?.$defs.expression.examples ?? []).filter((name) => name.startsWith("$"));
}
