import { Button } from "@fluentui/react-components";
import { AddRegular, KeyMultipleRegular } from "@fluentui/react-icons";
import { useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { formatTime } from "../ui/format";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import type { CredentialView } from "./types";

export function Credentials() {
  const words = useWords();
  const { go } = useRouter();
  const mayEdit = useMay("EditSupport");
  const list = useResource<{ credentials: CredentialView[] }>("/credentials");
  return (
    <>
      <PageHead title={words.credentials.title} intro={words.credentials.intro}>
        {mayEdit ? (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => go("/support/credentials/new")}>
            {words.credentials.add}
          </Button>
        ) : null}
      </PageHead>
      {list.problem ? <Problem problem={list.problem} retry={list.reload} /> : null}
      {!list.data ? (
        list.problem ? null : <Waiting />
      ) : list.data.credentials.length === 0 ? (
        <Empty icon={<KeyMultipleRegular />} title={words.credentials.none} hint={words.credentials.noneHint} />
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={words.credentials.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.common.name}</th>
                <th scope="col">{words.credentials.baseUrl}</th>
                <th scope="col">{words.credentials.authorization}</th>
                <th scope="col">{words.support.usedBy}</th>
                <th scope="col">{words.support.changed}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.credentials.map(({ credential, usedBy, changedAt, problem }) => (
                <tr key={credential.name}>
                  <td>
                    <Go to={`/support/credentials/${credential.name}`} className="row-link">
                      {credential.name}
                    </Go>
                    {credential.description ? <div className="quiet">{credential.description}</div> : null}
                    {problem ? <div className="instance-trouble">{problem}</div> : null}
                  </td>
                  <td className="reason">{credential.baseUrl}</td>
                  <td>{words.credentials.types[credential.authorization.type] ?? credential.authorization.type}</td>
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
