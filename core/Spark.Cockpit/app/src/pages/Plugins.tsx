import { PuzzlePieceRegular } from "@fluentui/react-icons";
import type { PluginList } from "../api/types";
import { useResource } from "../api/useResource";
import { Empty, PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { statusTone } from "../ui/statusTone";
import { useWords } from "../words";

export function Plugins() {
  const words = useWords();
  const plugins = useResource<PluginList>("/plugins");
  return (
    <>
      <PageHead title={words.plugins.title} intro={words.plugins.intro} />
      {plugins.problem ? <Problem problem={plugins.problem} retry={plugins.reload} /> : null}
      {!plugins.data ? (
        plugins.problem ? null : <Waiting />
      ) : plugins.data.plugins.length === 0 ? (
        <Empty icon={<PuzzlePieceRegular />} title={words.plugins.none} hint={words.plugins.noneHint} />
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={words.plugins.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.common.name}</th>
                <th scope="col">{words.plugins.kind}</th>
                <th scope="col">{words.plugins.version}</th>
                <th scope="col">{words.common.status}</th>
                <th scope="col">{words.plugins.offers}</th>
              </tr>
            </thead>
            <tbody>
              {plugins.data.plugins.map((plugin) => (
                <tr key={`${plugin.kind}-${plugin.id}-${plugin.version}`}>
                  <td>
                    <strong>{plugin.id}</strong>
                  </td>
                  <td>{words.plugins.kinds[plugin.kind] ?? plugin.kind}</td>
                  <td>{plugin.version}</td>
                  <td>
                    <Pill tone={statusTone[plugin.status] ?? "quiet"}>{words.status[plugin.status] ?? plugin.status}</Pill>
                    {plugin.reason ? <div className="quiet reason">{plugin.reason}</div> : null}
                    {plugin.findings.map((finding) => (
                      <div key={finding} className="quiet reason">
                        {finding}
                      </div>
                    ))}
                  </td>
                  <td>{plugin.offers.join(", ") || "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
