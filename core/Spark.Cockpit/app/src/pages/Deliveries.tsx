import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArrowClockwiseRegular, MailCheckmarkRegular } from "@fluentui/react-icons";
import type { EffectList } from "../api/types";
import { useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { DataTable } from "../ui/DataTable";
import { formatTime } from "../ui/format";
import { Empty, PageHead, Problem, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import { EffectButtons } from "./EffectButtons";

export function Deliveries() {
  const words = useWords();
  const { place, go } = useRouter();
  const mayAct = useMay("ActOnConversations");
  const status = place.query.get("status") ?? "failed";
  const list = useResource<EffectList>(`/outbox?status=${status}&limit=200`);
  return (
    <>
      <PageHead title={words.deliveries.title} intro={words.deliveries.intro}>
        <Button icon={<ArrowClockwiseRegular />} onClick={list.reload}>
          {words.common.refresh}
        </Button>
      </PageHead>
      <TabList selectedValue={status} onTabSelect={(_, data) => go(`/deliveries?status=${String(data.value)}`, true)}>
        <Tab value="failed">{words.deliveries.failed}</Tab>
        <Tab value="unknown">{words.deliveries.unknown}</Tab>
        <Tab value="open">{words.deliveries.open}</Tab>
      </TabList>
      {list.problem ? <Problem problem={list.problem} retry={list.reload} /> : null}
      {!list.data ? (
        list.problem ? null : <Waiting />
      ) : list.data.effects.length === 0 ? (
        <Empty
          icon={<MailCheckmarkRegular />}
          title={status === "open" ? words.deliveries.noneOpen : words.deliveries.none}
          hint={status === "open" ? words.deliveries.noneOpenHint : words.deliveries.noneHint}
        />
      ) : (
        <DataTable
          label={words.deliveries.title}
          columns={[
            { name: words.deliveries.what },
            { name: words.deliveries.where },
            { name: words.deliveries.conversation },
            { name: words.deliveries.since },
            { name: words.deliveries.tries, isNumber: true },
            { name: words.conversations.reason },
            { name: words.common.actions },
          ]}
        >
          {list.data.effects.map((effect) => (
            <tr key={effect.address}>
              <td>{effect.kind}</td>
              <td>{effect.instance}</td>
              <td>
                <Go to={`/conversations/${effect.address.split("-")[0]}`} className="row-link ellipsis">
                  {effect.conversationId}
                </Go>
              </td>
              <td className="nowrap">{formatTime(effect.createdAt)}</td>
              <td className="number">{effect.attempts}</td>
              <td className="reason">{effect.reason ?? (effect.mayHaveArrived ? words.conversation.mayHaveArrived : "–")}</td>
              {mayAct && status !== "open" ? (
                <td>
                  <EffectButtons address={effect.address} onDone={list.reload} />
                </td>
              ) : null}
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
