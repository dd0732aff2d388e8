import type { NodePlugins, PluginView } from "../api/types";
import { Pill } from "../ui/Parts";
import { useWords } from "../words";

/** On which nodes a version lies, where there are several: what was installed on one of them, the others lack. */
export function PluginNodes({ plugin, nodes }: { plugin: PluginView; nodes: NodePlugins[] }) {
  const words = useWords();
  const there = nodes.map((node) => ({ node, own: node.plugins.find((one) => one.id === plugin.id && one.version === plugin.version) }));
  const here = there.find(({ node }) => node.isHere)?.own?.digest;
  if (nodes.length < 2) {
    return null;
  }

  return (
    <div>
      <dt>{words.plugins.nodes}</dt>
      <dd>
        <ul className="plain-list">
          {there.map(({ node, own }) => (
            <li key={node.node}>
              {node.node} {node.isHere ? <span className="quiet">({words.plugins.thisNode})</span> : null}{" "}
              {!own ? (
                <Pill tone="warn">{words.plugins.notThere}</Pill>
              ) : here && own.digest !== here ? (
                <Pill tone="bad">{words.plugins.otherFiles}</Pill>
              ) : (
                <span className="quiet">{words.status[own.status] ?? own.status}</span>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
