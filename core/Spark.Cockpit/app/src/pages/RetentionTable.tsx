import { BotRegular } from "@fluentui/react-icons";
import type { Retention } from "../api/types";
import { useResource } from "../api/useResource";
import { Empty, Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";

/** How long each bot's conversations are kept, and what goes next. */
export function RetentionTable() {
  const words = useWords();
  const retention = useResource<Retention>("/retention");
  const { data, problem } = retention;
  return (
    <section aria-labelledby="retention-title" className="privacy">
      <h2 id="retention-title">{words.privacy.retention}</h2>
      {problem ? <Problem problem={problem} retry={retention.reload} /> : null}
      {!data ? (
        problem ? null : <Waiting />
      ) : (
        <>
          <p className="quiet">{words.privacy.retentionIntro(data.days)}</p>
          {data.bots.length === 0 ? (
            <Empty icon={<BotRegular />} title={words.privacy.noBots} />
          ) : (
            <div className="table-frame" tabIndex={0} role="region" aria-label={words.privacy.retention}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{words.privacy.bot}</th>
                    <th scope="col">{words.privacy.kept}</th>
                    <th scope="col">{words.privacy.tomorrow}</th>
                    <th scope="col">{words.privacy.week}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.bots.map((bot) => (
                    <tr key={bot.bot}>
                      <th scope="row">{bot.bot}</th>
                      <td>
                        {words.privacy.days(bot.days)}
                        {bot.isOwn ? <span className="quiet"> ({words.privacy.own})</span> : null}
                      </td>
                      <td>{words.privacy.counts(bot.day.episodes, bot.day.events, data.most)}</td>
                      <td>{words.privacy.counts(bot.week.episodes, bot.week.events, data.most)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </section>
  );
}
