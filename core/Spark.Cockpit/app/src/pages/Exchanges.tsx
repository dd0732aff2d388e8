import type { Exchange } from "../api/types";
import { formatPrecise } from "../ui/format";
import { Pill } from "../ui/Parts";
import { useWords } from "../words";

/** What was called outside for a turn: folded away, because most who read a conversation want what was said. */
export function Exchanges({ exchanges }: { exchanges: Exchange[] }) {
  const words = useWords();
  return exchanges.map((exchange, index) => (
    <details key={index} className="exchange">
      <summary>
        <code className="exchange-what">
          {exchange.apiCall ?? `${exchange.method} ${hostOf(exchange.address)}`}
        </code>
        <Pill tone={exchange.status !== null && exchange.status < 400 ? "good" : "bad"}>{exchange.status ?? words.exchanges.noAnswer}</Pill>
        <span className="quiet">{words.exchanges.took(exchange.milliseconds)}</span>
      </summary>
      <dl className="facts facts-wide">
        <div>
          <dt>{words.exchanges.sent}</dt>
          <dd>{formatPrecise(exchange.at)}</dd>
        </div>
        <div>
          <dt>{exchange.method}</dt>
          <dd className="break">{exchange.address}</dd>
        </div>
        {exchange.reason ? (
          <div>
            <dt>{words.exchanges.reason}</dt>
            <dd>{exchange.reason}</dd>
          </div>
        ) : null}
      </dl>
      <Body title={words.exchanges.request} text={exchange.request} />
      <Body title={words.exchanges.response} text={exchange.response} />
    </details>
  ));
}

function Body({ title, text }: { title: string; text: string | null }) {
  const words = useWords();
  return (
    <>
      <h4>{title}</h4>
      {text ? (
        <pre className="mono" tabIndex={0} aria-label={title}>
          {readable(text)}
        </pre>
      ) : (
        <p className="quiet">{words.exchanges.nothing}</p>
      )}
    </>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/** JSON is shown with its lines; what was cut, or is something else, as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
