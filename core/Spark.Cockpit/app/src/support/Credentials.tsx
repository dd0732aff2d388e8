import { KeyMultipleRegular } from "@fluentui/react-icons";
import { useResource } from "../api/useResource";
import { Go } from "../shell/router";
import { formatTime } from "../ui/format";
import { useWords } from "../words";
import { ConfiguredList } from "./ConfiguredList";
import type { CredentialView } from "./types";

export function Credentials() {
  const words = useWords();
  const list = useResource<{ credentials: CredentialView[] }>("/credentials");
  return (
    <ConfiguredList
      words={words.credentials}
      icon={<KeyMultipleRegular />}
      path="/support/credentials"
      resource={list}
      items={list.data?.credentials}
      columns={[
        { name: words.common.name },
        { name: words.credentials.baseUrl },
        { name: words.credentials.authorization },
        { name: words.support.usedBy },
        { name: words.support.changed },
      ]}
      row={({ credential, usedBy, changedAt, problem }) => (
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
          <td className="nowrap">{formatTime(changedAt)}</td>
        </tr>
      )}
    />
  );
}
