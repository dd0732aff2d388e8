import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useWords } from "../words";
import { formatCount } from "./format";

export interface Series {
  name: string;
  className: string;
}

export interface Bar {
  label: string;
  title: string;
  values: number[];
}

/** Bars over time, and the same numbers as a table for who reads rather than looks. */
export function StackedBars({ caption, series, bars }: { caption: string; series: Series[]; bars: Bar[] }) {
  const words = useWords();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const highest = Math.max(1, ...bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0)));
  const every = Math.max(1, Math.ceil(bars.length / 8));
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        <span className="chart-title">{caption}</span>
        <Button size="small" appearance="subtle" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
          {asTable ? words.common.asChart : words.common.asTable}
        </Button>
      </figcaption>
      {asTable ? (
        <div className="chart-table" tabIndex={0} role="region" aria-labelledby={id}>
          <table className="table table-dense">
            <thead>
              <tr>
                <th scope="col">{words.time.frame}</th>
                {series.map((one) => (
                  <th scope="col" key={one.name} className="number">
                    {one.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.title}>
                  <th scope="row">{bar.title}</th>
                  {bar.values.map((value, index) => (
                    <td key={series[index]?.name} className="number">
                      {formatCount(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className="bars" role="img" aria-label={`${caption}. ${words.common.asTable}.`}>
          {bars.map((bar, index) => (
            <div className="bar-slot" key={bar.title} title={`${bar.title}: ${bar.values.map((value, at) => `${series[at]?.name} ${value}`).join(", ")}`}>
              <div className="bar-stack">
                {bar.values.map((value, at) =>
                  value > 0 ? <div key={series[at]?.name} className={`bar ${series[at]?.className}`} style={{ height: `${(100 * value) / highest}%` }} /> : null,
                )}
              </div>
              <span className={(index / every) % 2 === 1 ? "bar-label bar-label-second" : "bar-label"}>{index % every === 0 ? bar.label : "\u00a0"}</span>
            </div>
          ))}
        </div>
      )}
      <ul className="legend" aria-hidden={asTable}>
        {series.map((one) => (
          <li key={one.name}>
            <span className={`swatch ${one.className}`} />
            {one.name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
