import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { DialogPath } from "../api/types";
import { formatCount } from "../ui/format";
import { useWords } from "../words";
import { layOut } from "./pathLayout";

const width = 1000;
const height = 280;

/** Which dialogs people came through one after the other: bands as wide as how many went there, and the same numbers as a table. */
export function Paths({ paths }: { paths: DialogPath[] }) {
  const words = useWords();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const ends = { ...words.outcome, open: words.state.open };
  const { nodes, bands } = layOut(paths, { width, height, others: words.insights.others, endOf: (path) => (path.isCut ? words.insights.further : ends[path.outcome ?? "open"]) });
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        <span className="chart-title">{words.insights.paths}</span>
        <Button size="small" appearance="subtle" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
          {asTable ? words.common.asChart : words.common.asTable}
        </Button>
      </figcaption>
      {paths.length === 0 ? (
        <p className="quiet">{words.insights.noPaths}</p>
      ) : asTable ? (
        <div className="chart-table" tabIndex={0} role="region" aria-labelledby={id}>
          <table className="table table-dense">
            <thead>
              <tr>
                <th scope="col">{words.insights.paths}</th>
                <th scope="col">{words.conversations.outcome}</th>
                <th scope="col" className="number">
                  {words.overview.conversations}
                </th>
              </tr>
            </thead>
            <tbody>
              {paths.map((path) => (
                <tr key={`${path.bot} ${path.dialogs.join(" ")} ${path.isCut} ${path.outcome}`}>
                  <th scope="row">
                    {path.dialogs.join(" › ")}
                    {path.isCut ? " › …" : ""}
                  </th>
                  <td>{ends[path.outcome ?? "open"]}</td>
                  <td className="number">{formatCount(path.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <svg viewBox={`0 0 ${width} ${height}`} className="paths" role="img" aria-label={`${words.insights.paths}. ${words.common.asTable}.`}>
          {bands.map((band) => (
            <path key={band.key} d={band.d} strokeWidth={band.width}>
              <title>{`${band.from} › ${band.to}: ${formatCount(band.count)}`}</title>
            </path>
          ))}
          {nodes.map((node) => (
            <g key={node.key}>
              <rect x={node.x} y={node.y} width="8" height={node.height} rx="2">
                <title>{`${node.name}: ${formatCount(node.count)}`}</title>
              </rect>
              {node.height >= 12 ? (
                <text x={node.isLast ? node.x - 6 : node.x + 14} y={node.y + node.height / 2} textAnchor={node.isLast ? "end" : "start"} dominantBaseline="central">
                  {node.name} ({formatCount(node.count)})
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      )}
    </figure>
  );
}
