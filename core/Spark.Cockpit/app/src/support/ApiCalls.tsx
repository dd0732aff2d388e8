import { Button } from "@fluentui/react-components";
import { AddRegular, CallRegular } from "@fluentui/react-icons";
import { useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { formatTime } from "../ui/format";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import type { ApiCallView } from "./types";

export function ApiCalls() {
  const words = useWords();
  const { go } = useRouter();
  const mayEdit = useMay("EditSupport");
  const list = useResource<{ apiCalls: ApiCallView[] }>("/api-calls");
  return (
    <>
      <PageHead title={words.apiCalls.title} intro={words.apiCalls.intro}>
        {mayEdit ? (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => go("/support/api-calls/new")}>
            {words.apiCalls.add}
          </Button>
        ) : null}
      </PageHead>
      {list.problem ? <Problem problem={list.problem} retry={list.reload} /> : null}
      {!list.data ? (
        list.problem ? null : <Waiting />
      ) : list.data.apiCalls.length === 0 ? (
        <Empty icon={<CallRegular />} title={words.apiCalls.none} hint={words.apiCalls.noneHint} />
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={words.apiCalls.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.common.name}</th>
                <th scope="col">{words.apiCalls.request}</th>
                <th scope="col">{words.apiCalls.credential}</th>
                <th scope="col">{words.support.usedBy}</th>
                <th scope="col">{words.support.changed}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.apiCalls.map(({ apiCall, usedBy, changedAt }) => (
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
                  <td>{formatTime(changedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
