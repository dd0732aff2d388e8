import { CallRegular } from "@fluentui/react-icons";
import { useResource } from "../api/useResource";
import { Go } from "../shell/router";
import { formatTime } from "../ui/format";
import { useWords } from "../words";
import { ConfiguredList } from "./ConfiguredList";
import type { ApiCallView } from "./types";

export function ApiCalls() {
  const words = useWords();
  const list = useResource<{ apiCalls: ApiCallView[] }>("/api-calls");
  return (
    <ConfiguredList
      words={words.apiCalls}
      icon={<CallRegular />}
      path="/support/api-calls"
      resource={list}
      items={list.data?.apiCalls}
      columns={[
        { name: words.common.name },
        { name: words.apiCalls.request },
        { name: words.apiCalls.credential },
        { name: words.support.usedBy },
        { name: words.support.changed },
      ]}
      row={({ apiCall, usedBy, changedAt }) => (
        <tr key={apiCall.name}>
          <td>
            <Go to={`/support/api-calls/${apiCall.name}`} className="row-link">
              {apiCall.name}
            </Go>
            {apiCall.description ? <div className="quiet">{apiCall.description}</div> : null}
          </td>
          <td className="reason">
            <code>
              {apiCall.method} {apiCall.resource}
            </code>
          </td>
          <td>
            <Go to={`/support/credentials/${apiCall.credential}`}>{apiCall.credential}</Go>
          </td>
          <td>{usedBy.join(", ") || <span className="quiet">{words.support.unused}</span>}</td>
          <td className="nowrap">{formatTime(changedAt)}</td>
        </tr>
      )}
    />
  );
}
