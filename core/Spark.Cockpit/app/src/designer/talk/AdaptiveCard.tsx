import { Button, Input } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../../words";

type Json = Record<string, unknown>;

interface DrawProps {
  node: unknown;
  depth: number;
  onPress: ((label: string) => void) | null;
}

const deepest = 12;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * An Adaptive Card, drawn of its elements as text and boxes: no picture is loaded, no address is followed, no markup is read. What is not
 * known here stands by its type, and is seen whole in what is sent.
 */
export function AdaptiveCard({ card, onPress }: { card: unknown; onPress: ((label: string) => void) | null }) {
  const root = isJson(card) ? card : {};
  return (
    <div className="ac">
      <DrawAll nodes={root["body"]} depth={0} onPress={onPress} />
      <DrawAll nodes={root["actions"]} depth={0} onPress={onPress} isRow />
    </div>
  );
}

function DrawAll({ nodes, depth, onPress, isRow = false }: { nodes: unknown; depth: number; onPress: DrawProps["onPress"]; isRow?: boolean }) {
  const drawn = listOf(nodes).map((node, index) => <Draw key={index} node={node} depth={depth + 1} onPress={onPress} />);
  return drawn.length === 0 ? null : isRow ? <span className="buttons">{drawn}</span> : drawn;
}

function Draw({ node, depth, onPress }: DrawProps): ReactNode {
  const words = useWords();
  if (typeof node === "string") {
    return node;
  }

  if (!isJson(node) || depth > deepest) {
    return null;
  }

  const type = textOf(node["type"]);
  switch (type) {
    case "TextBlock":
      return <span className={node["weight"] === "Bolder" || /large/i.test(textOf(node["size"])) ? "ac-strong" : node["isSubtle"] === true ? "quiet" : ""}>{textOf(node["text"])}</span>;
    case "RichTextBlock":
      return (
        <span>
          <DrawAll nodes={node["inlines"]} depth={depth} onPress={onPress} />
        </span>
      );
    case "TextRun":
      return <span className={node["weight"] === "Bolder" ? "ac-strong" : ""}>{textOf(node["text"])}</span>;
    case "Image":
    case "Media":
      return (
        <span className="ac-picture">
          {words.trial.picture}: {textOf(node["altText"]) || textOf(node["url"])}
        </span>
      );
    case "FactSet":
      return (
        <dl className="facts">
          {listOf(node["facts"]).map((fact, index) =>
            isJson(fact) ? (
              <div key={index}>
                <dt>{textOf(fact["title"])}</dt>
                <dd>{textOf(fact["value"])}</dd>
              </div>
            ) : null,
          )}
        </dl>
      );
    case "ColumnSet":
    case "TableRow":
      return (
        <div className="ac-columns">
          {listOf(node["columns"] ?? node["cells"]).map((column, index) => (
            <div key={index} className="ac-column">
              <DrawAll nodes={isJson(column) ? column["items"] : []} depth={depth} onPress={onPress} />
            </div>
          ))}
        </div>
      );
    case "Container":
    case "Table":
    case "ImageSet":
      return (
        <div className="ac-column">
          <DrawAll nodes={node["items"] ?? node["rows"] ?? node["images"]} depth={depth} onPress={onPress} />
        </div>
      );
    case "ActionSet":
      return <DrawAll nodes={node["actions"]} depth={depth} onPress={onPress} isRow />;
    case "Action.OpenUrl":
      return (
        <Button size="small" disabledFocusable title={textOf(node["url"])}>
          {textOf(node["title"])} ↗
        </Button>
      );
    case "Action.Submit":
    case "Action.Execute":
      return (
        <Button size="small" disabledFocusable={onPress === null} onClick={() => onPress?.(textOf(node["title"]))}>
          {textOf(node["title"])}
        </Button>
      );
    default:
      return type.startsWith("Input.") ? (
        <Input size="small" readOnly aria-label={textOf(node["label"]) || textOf(node["id"])} placeholder={textOf(node["placeholder"]) || textOf(node["label"]) || textOf(node["id"])} />
      ) : (
        <span className="quiet">{type || words.trial.unknown}</span>
      );
  }
}
