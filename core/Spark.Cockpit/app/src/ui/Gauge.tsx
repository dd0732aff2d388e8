import { formatCount } from "./format";

export interface Slice {
  name: string;
  value: number;
  className: string;
}

const radius = 42;
const around = 2 * Math.PI * radius;

/** A ring of shares with the whole in its middle; the list beside it carries the same numbers as text. */
export function Gauge({ title, whole, slices }: { title: string; whole: string; slices: Slice[] }) {
  const total = slices.reduce((sum, slice) => sum + slice.value, 0);
  let from = 0;
  return (
    <figure className="gauge">
      <svg viewBox="0 0 100 100" width="116" height="116" aria-hidden="true">
        <circle cx="50" cy="50" r={radius} className="gauge-track" />
        {total > 0
          ? slices.map((slice) => {
              const length = (slice.value / total) * around;
              const arc = (
                <circle
                  key={slice.name}
                  cx="50"
                  cy="50"
                  r={radius}
                  className={`gauge-arc ${slice.className}`}
                  strokeDasharray={`${Math.max(0, length - 1.5)} ${around}`}
                  strokeDashoffset={-from}
                />
              );
              from += length;
              return slice.value > 0 ? arc : null;
            })
          : null}
        <text x="50" y="49" textAnchor="middle" className="gauge-number">
          {formatCount(total)}
        </text>
        <text x="50" y="64" textAnchor="middle" className="gauge-word">
          {whole}
        </text>
      </svg>
      <figcaption>
        <span className="visually-hidden">{title}</span>
        <dl className="gauge-list">
          {slices.map((slice) => (
            <div key={slice.name}>
              <dt>
                <span className={`swatch ${slice.className}`} />
                {slice.name}
              </dt>
              <dd>{formatCount(slice.value)}</dd>
            </div>
          ))}
        </dl>
      </figcaption>
    </figure>
  );
}
