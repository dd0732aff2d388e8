import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { AddRegular, MoreHorizontalRegular, PuzzlePieceRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { InstanceView, NodePlugins, PluginAnswer, PluginList, PluginView, StandingMisfit } from "../api/types";
import { useResource } from "../api/useResource";
import { Go } from "../shell/router";
import { useMay } from "../shell/session";
import { Ask } from "../ui/Ask";
import { Empty, PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { statusTone } from "../ui/statusTone";
import { useToast } from "../ui/toast";
import { useWords } from "../words";
import { InstallPlugin } from "./InstallPlugin";
import { Misfits } from "./Misfits";
import { PluginNodes } from "./PluginNodes";

type Deed = "disable" | "remove";

export function Plugins() {
  const words = useWords();
  const mayManage = useMay("ManagePlugins");
  const plugins = useResource<PluginList>("/plugins");
  const [isInstalling, setInstalling] = useState(false);
  const [misfits, setMisfits] = useState<StandingMisfit[]>([]);
  const mayInstall = plugins.data?.mayInstall === true;
  const change = (answer?: PluginAnswer) => {
    setMisfits(answer?.misfits ?? []);
    plugins.reload();
  };

  return (
    <>
      <PageHead title={words.plugins.title} intro={words.plugins.intro}>
        {mayManage && mayInstall ? (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setInstalling(true)}>
            {words.plugins.install}
          </Button>
        ) : null}
      </PageHead>
      {plugins.problem ? <Problem problem={plugins.problem} retry={plugins.reload} /> : null}
      {mayManage && plugins.data && !mayInstall ? <p className="desk-held plugin-note">{words.plugins.notAllowed}</p> : null}
      <Misfits misfits={misfits} />
      {!plugins.data ? (
        plugins.problem ? null : <Waiting />
      ) : plugins.data.plugins.length === 0 ? (
        <Empty icon={<PuzzlePieceRegular />} title={words.plugins.none} hint={words.plugins.noneHint} />
      ) : (
        <div className="cards">
          {plugins.data.plugins.map((plugin) => (
            <PluginCard key={`${plugin.kind}-${plugin.id}-${plugin.version}`} plugin={plugin} instances={plugins.data!.instances} nodes={plugins.data!.nodes} mayManage={mayManage} onChange={change} />
          ))}
        </div>
      )}
      {isInstalling ? <InstallPlugin onClose={() => setInstalling(false)} onDone={change} /> : null}
    </>
  );
}

interface PluginCardProps {
  plugin: PluginView;
  instances: InstanceView[];
  nodes: NodePlugins[];
  mayManage: boolean;
  onChange: (answer?: PluginAnswer) => void;
}

function PluginCard({ plugin, instances, nodes, mayManage, onChange }: PluginCardProps) {
  const words = useWords();
  const toast = useToast();
  const [asked, setAsked] = useState<Deed>();
  const own = instances.filter((instance) => instance.kind !== "Action" && plugin.offers.includes(instance.plugin));
  const name = `${plugin.name} ${plugin.version}`;
  const act = async (what: "reload" | "enable" | "disable") => {
    const answer = await call<PluginAnswer>("POST", `/plugins/${plugin.id}/${what}`);
    toast.done(words.plugins.done[what]);
    onChange(answer);
  };
  const remove = async () => {
    await call("DELETE", `/plugins/${plugin.id}/${plugin.version}`);
    toast.done(words.plugins.done.remove);
    onChange();
  };
  const press = (what: "reload" | "enable") => void act(what).catch(toast.failed);

  return (
    <section className="card instance" aria-label={name}>
      <div className="instance-head">
        <h2>{plugin.name}</h2>
        <Pill tone={statusTone[plugin.status] ?? "quiet"}>{words.status[plugin.status] ?? plugin.status}</Pill>
      </div>
      <dl className="facts">
        <div>
          <dt>{words.plugins.kind}</dt>
          <dd>{words.plugins.kinds[plugin.kind] ?? plugin.kind}</dd>
        </div>
        <div>
          <dt>{words.plugins.version}</dt>
          <dd>
            {plugin.version} <span className="quiet">({plugin.id})</span>
          </dd>
        </div>
        {plugin.owner ? (
          <div>
            <dt>{words.plugins.owner}</dt>
            <dd>{plugin.owner}</dd>
          </div>
        ) : null}
        {plugin.offers.length > 0 ? (
          <div>
            <dt>{words.plugins.offers}</dt>
            <dd className="break">{plugin.offers.join(", ")}</dd>
          </div>
        ) : null}
        {own.length > 0 ? (
          <div>
            <dt>{words.plugins.settings}</dt>
            <dd className="plugin-uses">
              {own.map((instance) => {
                const path = instance.kind === "Channel" ? "/channels" : "/connections";
                return (
                  <Go key={instance.id} to={instance.isFixed ? path : `${path}/edit/${instance.id}`}>
                    {instance.id}
                  </Go>
                );
              })}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{words.plugins.quality}</dt>
          <dd>{plugin.lacks.length === 0 ? words.plugins.complete : plugin.lacks.map((lack) => words.plugins.lacks[lack] ?? lack).join(", ")}</dd>
        </div>
        <PluginNodes plugin={plugin} nodes={nodes} />
      </dl>
      {plugin.reason ? (
        <div className="instance-trouble">
          {plugin.findings.length > 0 ? plugin.findings.map((finding) => <p key={finding}>{finding}</p>) : <p>{plugin.reason}</p>}
        </div>
      ) : null}
      {mayManage ? (
        <div className="instance-foot">
          {plugin.isSwitchedOff ? (
            <Button size="small" onClick={() => press("enable")} aria-label={`${words.plugins.enable}: ${name}`}>
              {words.plugins.enable}
            </Button>
          ) : (
            <Button size="small" onClick={() => press("reload")} aria-label={`${words.plugins.reload}: ${name}`}>
              {words.plugins.reload}
            </Button>
          )}
          {plugin.isSwitchedOff && !plugin.isInstalledHere ? null : (
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={`${words.plugins.more}: ${name}`} />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {plugin.isSwitchedOff ? null : <MenuItem onClick={() => setAsked("disable")}>{words.plugins.disable}…</MenuItem>}
                  {plugin.isInstalledHere ? <MenuItem onClick={() => setAsked("remove")}>{words.common.remove}…</MenuItem> : null}
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
        </div>
      ) : null}
      {asked ? (
        <Ask
          title={words.plugins.ask[asked](name)}
          text={words.plugins.text[asked]}
          confirm={asked === "remove" ? words.common.remove : words.plugins.disable}
          onConfirm={asked === "remove" ? remove : () => act("disable")}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </section>
  );
}
