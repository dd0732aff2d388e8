import type { Tally } from "../api/types";
import { formatWeekday } from "../ui/format";
import { useWords } from "../words";

/** Which hours of the week are busy: a table, whose cells are shaded by what they hold. */
export function Hours({ stretches }: { stretches: Tally[] }) {
  const words = useWords();
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const stretch of stretches) {
    const at = new Date(stretch.from ?? 0);
    const day = (at.getDay() + 6) % 7;
    counts[day]![at.getHours()]! += stretch.open + stretch.resolved + stretch.escalated + stretch.abandoned;
  }

  const highest = Math.max(1, ...counts.flat());
  return (
    <>
      <h2>{words.overview.hours}</h2>
      <p className="quiet">{words.overview.hoursHint}</p>
      <div className="hours-frame" tabIndex={0} role="region" aria-label={words.overview.hours}>
        <table className="hours">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.overview.hour}</span>
              </th>
              {Array.from({ length: 24 }, (_, hour) => (
                <th key={hour} scope="col">
                  {hour % 3 === 0 ? hour : <span className="visually-hidden">{hour}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row, day) => {
              // The first of January 2024 was a Monday.
              const name = formatWeekday(new Date(2024, 0, 1 + day));
              return (
                <tr key={day}>
                  <th scope="row">{name}</th>
                  {row.map((count, hour) => (
                    <td key={hour} title={words.overview.conversationsAt(count, `${name} ${hour}:00`)}>
                      <span className="hour" style={{ opacity: count === 0 ? 0 : 0.25 + (0.75 * count) / highest }} />
                      <span className="visually-hidden">{count}</span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
