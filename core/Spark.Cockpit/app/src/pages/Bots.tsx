import { BotRegular } from "@fluentui/react-icons";
import type { BotLine } from "../api/types";
import { useResource } from "../api/useResource";
import { Go } from "../shell/router";
import { formatAgo } from "../ui/format";
import { Empty, PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";

export function Bots() {
  const words = useWords();
  const bots = useResource<{ bots: BotLine[] }>("/bots");
  return (
    <>
      <PageHead title={words.bots.title} intro={words.bots.intro} />
      {bots.problem ? <Problem problem={bots.problem} retry={bots.reload} /> : null}
      {!bots.data ? (
        bots.problem ? null : <Waiting />
      ) : bots.data.bots.length === 0 ? (
        <Empty icon={<BotRegular />} title={words.bots.none} hint={words.bots.noneHint} />
      ) : (
        <div className="cards">
          {bots.data.bots.map((bot) => (
            <section key={bot.id} className="card instance" aria-label={bot.id}>
              <div className="instance-head">
                <h2>
                  <Go to={`/bots/${bot.id}`} className="row-link">
                    {bot.id}
                  </Go>
                </h2>
                <Pill tone="good">{words.bots.live}</Pill>
              </div>
              <dl className="facts">
                <div>
                  <dt>{words.plugins.version}</dt>
                  <dd>
                    <code>{bot.version.slice(0, 12)}</code>
                  </dd>
                </div>
                <div>
                  <dt>{words.bots.answersOn}</dt>
                  <dd>{bot.channels.join(", ") || words.bots.noChannel}</dd>
                </div>
                <div>
                  <dt>{words.bots.standing}</dt>
                  <dd>{words.bots.open(bot.open)}</dd>
                </div>
              </dl>
              <div className="instance-foot">
                <Go to={`/bots/${bot.id}/design`}>{words.bots.design}</Go>
                <Go to={`/bots/${bot.id}`}>{words.bots.versions}</Go>
                {bot.draft ? (
                  <span className="quiet">
                    {words.bots.draftBy(bot.draft.savedBy)}, {formatAgo(bot.draft.savedAt)}
                  </span>
                ) : null}
              </div>
            </section>
          ))}
        </div>
      )}
    </>
  );
}
