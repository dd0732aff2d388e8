import { Button } from "@fluentui/react-components";
import { AddRegular, ChannelRegular, PlugConnectedRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { InstanceAnswer, InstanceDetails, InstanceView, OfferView, PluginList } from "../api/types";
import { useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { Ask } from "../ui/Ask";
import { CopyText } from "../ui/CopyText";
import { FormDialog } from "../ui/FormDialog";
import { Empty, PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { statusTone } from "../ui/statusTone";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

export function Instances({ kind }: { kind: "Channel" | "Connection" }) {
  const words = useWords();
  const mayEdit = useMay("EditChannels");
  const plugins = useResource<PluginList>("/plugins");
  const [isAdding, setAdding] = useState(false);
  const instances = plugins.data?.instances.filter((instance) => instance.kind === kind) ?? [];
  const isChannel = kind === "Channel";
  return (
    <>
      <PageHead
        title={isChannel ? words.instances.channels : words.instances.connections}
        intro={isChannel ? words.instances.channelsIntro : words.instances.connectionsIntro}
      >
        {mayEdit ? (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setAdding(true)}>
            {isChannel ? words.instances.addChannel : words.instances.addConnection}
          </Button>
        ) : null}
      </PageHead>
      {plugins.problem ? <Problem problem={plugins.problem} retry={plugins.reload} /> : null}
      {!plugins.data ? (
        plugins.problem ? null : <Waiting />
      ) : instances.length === 0 ? (
        <Empty icon={isChannel ? <ChannelRegular /> : <PlugConnectedRegular />} title={words.instances.none} hint={words.instances.noneHint} />
      ) : (
        <div className="cards">
          {instances.map((instance) => (
            <InstanceCard key={instance.id} instance={instance} mayEdit={mayEdit} onChange={plugins.reload} />
          ))}
        </div>
      )}
      {isAdding ? <Choose kind={kind} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function InstanceCard({ instance, mayEdit, onChange }: { instance: InstanceView; mayEdit: boolean; onChange: () => void }) {
  const words = useWords();
  const toast = useToast();
  const { go } = useRouter();
  const [isRemoving, setRemoving] = useState(false);
  const path = instance.kind === "Channel" ? "/channels" : "/connections";
  const remove = async () => {
    await call("DELETE", `/instances/${instance.id}`);
    onChange();
  };

  const enable = async (isEnabled: boolean) => {
    try {
      const { name: _, secrets: __, ...kept } = await call<InstanceDetails>("GET", `/instances/${instance.id}`);
      await call<InstanceAnswer>("PUT", `/instances/${instance.id}`, { ...kept, isEnabled });
      toast.done(isEnabled ? words.instances.started : words.instances.stopped);
    } catch (refused) {
      toast.failed(refused);
    }

    onChange();
  };

  return (
    <section className="card instance" aria-label={instance.id}>
      <div className="instance-head">
        <h2>{instance.id}</h2>
        <Pill tone={statusTone[instance.status] ?? "quiet"}>{words.status[instance.status] ?? instance.status}</Pill>
      </div>
      <dl className="facts">
        <div>
          <dt>{words.instances.plugin}</dt>
          <dd>{instance.plugin}</dd>
        </div>
        {instance.bot ? (
          <div>
            <dt>{words.instances.answers}</dt>
            <dd>
              <Go to={`/bots/${instance.bot}`}>{instance.bot}</Go>
            </dd>
          </div>
        ) : null}
      </dl>
      {instance.reason ? (
        <div className="instance-trouble">
          <p>{instance.reason}</p>
          {instance.remedies?.length ? (
            <p>
              <strong>{words.instances.what}:</strong> {instance.remedies.join(" ")}
            </p>
          ) : null}
        </div>
      ) : null}
      {instance.webhookUrl ? <CopyText label={words.instances.webhook} text={instance.webhookUrl} /> : null}
      <div className="instance-foot">
        {instance.isFixed ? (
          <span className="quiet" title={words.instances.fixedHint}>
            {words.instances.fixed}
          </span>
        ) : mayEdit ? (
          <>
            <Button size="small" onClick={() => go(`${path}/edit/${instance.id}`)} aria-label={`${words.common.edit}: ${instance.id}`}>
              {words.common.edit}
            </Button>
            <Button size="small" onClick={() => void enable(!instance.isEnabled)} aria-label={`${instance.isEnabled ? words.instances.disable : words.instances.enable}: ${instance.id}`}>
              {instance.isEnabled ? words.instances.disable : words.instances.enable}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => setRemoving(true)} aria-label={`${words.common.remove}: ${instance.id}`}>
              {words.common.remove}
            </Button>
          </>
        ) : null}
      </div>
      {isRemoving ? (
        <Ask title={words.instances.removeTitle(instance.id)} text={words.instances.removeText} confirm={words.common.remove} onConfirm={remove} onClose={() => setRemoving(false)} />
      ) : null}
    </section>
  );
}

function Choose({ kind, onClose }: { kind: "Channel" | "Connection"; onClose: () => void }) {
  const words = useWords();
  const offers = useResource<{ offers: OfferView[] }>("/offers");
  const fitting = offers.data?.offers.filter((offer) => (offer.kind === "Channel") === (kind === "Channel"));
  const path = kind === "Channel" ? "/channels" : "/connections";
  return (
    <FormDialog title={words.instances.choose} submit={null} onSubmit={() => undefined} onClose={onClose}>
      {offers.problem ? <Problem problem={offers.problem} /> : null}
      {fitting?.length === 0 ? <Empty title={words.instances.noneOffered} hint={words.instances.noneOfferedHint} /> : null}
      <ul className="choose">
        {fitting?.map((offer) => (
          <li key={`${offer.kind}-${offer.id}`}>
            <Go to={`${path}/new/${offer.id}`} className="choose-link">
              <strong>{offer.name}</strong>
              <span className="quiet">{words.instances.kinds[offer.kind]}</span>
            </Go>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
