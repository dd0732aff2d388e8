import { query } from "../api/client";
import type { InsightView } from "../api/types";
import { useResource } from "../api/useResource";
import { useMay } from "../shell/session";
import { formatCount, formatSeconds, percent } from "../ui/format";
import { Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import { MissedSentences } from "./MissedSentences";
import { Paths } from "./Paths";

const mostIntents = 10;

/** What bots understood and which ways people took: found out by replays, so it comes after the counts. */
export function Insights({ from }: { from: string | null }) {
  const words = useWords();
  const mayEdit = useMay("EditBots");
  const insights = useResource<InsightView>(`/insights${query({ from })}`);
  if (!insights.data) {
    return <section className="card">{insights.problem ? <Problem problem={insights.problem} retry={insights.reload} /> : <Waiting />}</section>;
  }

  const { looked, isAll, gone, understood, missed, intents, sentences, handovers, paths } = insights.data;
  const highest = Math.max(1, ...intents.map((one) => one.count));
  return (
    <section aria-labelledby="insights" className="insights">
      <header>
        <h2 id="insights">{words.insights.title}</h2>
        <p className="quiet">
          {isAll ? words.insights.ofAll(looked) : words.insights.ofNewest(looked)}
          {gone > 0 ? ` ${words.insights.gone(gone)}` : null}
        </p>
      </header>
      <div className="insight-cards">
        <section className="card" aria-labelledby="understood">
          <h3 id="understood">{words.insights.understood}</h3>
          <p className="kpi-value">{percent(understood, understood + missed)}</p>
          <p className="quiet">{words.insights.understoodOf(understood, understood + missed)}</p>
          <h3>{words.insights.handovers}</h3>
          <dl className="facts">
            <div>
              <dt>{words.insights.handoverCount}</dt>
              <dd>{formatCount(handovers.count)}</dd>
            </div>
            <div>
              <dt>{words.insights.medianWait}</dt>
              <dd>{formatSeconds(handovers.medianWait)}</dd>
            </div>
            <div>
              <dt>{words.insights.longWait}</dt>
              <dd>{formatSeconds(handovers.longWait)}</dd>
            </div>
            <div>
              <dt>{words.insights.medianHeld}</dt>
              <dd>{formatSeconds(handovers.medianHeld)}</dd>
            </div>
          </dl>
        </section>
        <section className="card" aria-labelledby="intents">
          <h3 id="intents">{words.insights.intents}</h3>
          {intents.length === 0 ? (
            <p className="quiet">{words.insights.noIntents}</p>
          ) : (
            <table className="table table-dense table-flush">
              <thead>
                <tr>
                  <th scope="col">{words.insights.intent}</th>
                  <th scope="col" className="number">
                    {words.insights.times}
                  </th>
                </tr>
              </thead>
              <tbody>
                {intents.slice(0, mostIntents).map((one) => (
                  <tr key={`${one.bot} ${one.intent}`}>
                    <th scope="row">
                      {one.intent}
                      <span className="meter" aria-hidden="true">
                        <span style={{ width: `${(100 * one.count) / highest}%` }} />
                      </span>
                    </th>
                    <td className="number">{formatCount(one.count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section className="card" aria-labelledby="missed">
          <h3 id="missed">{words.insights.missed}</h3>
          {sentences === null ? <p className="quiet">{words.conversation.noTexts}</p> : <MissedSentences sentences={sentences} mayEdit={mayEdit} />}
        </section>
      </div>
      <section className="card" aria-labelledby="paths">
        <Paths paths={paths} />
      </section>
    </section>
  );
}
