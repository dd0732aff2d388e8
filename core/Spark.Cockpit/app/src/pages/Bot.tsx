import { Button, Field, Input, Select } from "@fluentui/react-components";
import { ArrowLeftRegular, DesignIdeasRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { call } from "../api/client";
import type { ReleaseMove, RollbackRequest, SwitchRequest } from "../api/schema";
import type { VersionLine } from "../api/types";
import { useResource } from "../api/useResource";
import { Go, useRouter } from "../shell/router";
import { useMay } from "../shell/session";
import { DataTable } from "../ui/DataTable";
import { FormDialog } from "../ui/FormDialog";
import { formatCount, formatTime } from "../ui/format";
import { PageHead, Pill, Problem, Waiting } from "../ui/Parts";
import { useToast } from "../ui/toast";
import { useWords } from "../words";

export const moves = ["Finish", "NextQuestion", "Restart"];

export function Bot({ bot }: { bot: string }) {
  const words = useWords();
  const { go } = useRouter();
  const mayPublish = useMay("PublishBots");
  const versions = useResource<{ bot: string; isOff: boolean; versions: VersionLine[] }>(`/bots/${encodeURIComponent(bot)}/versions`);
  const [wanted, setWanted] = useState<VersionLine>();
  const toast = useToast();
  const isOff = versions.data?.isOff === true;
  const toggle = async () => {
    try {
      await call("POST", `/bots/${encodeURIComponent(bot)}/switch`, { isOn: isOff } satisfies SwitchRequest);
    } catch (refused) {
      toast.failed(refused);
    }

    versions.reload();
  };

  return (
    <>
      <PageHead
        title={bot}
        above={
          <Go to="/bots" className="back">
            <ArrowLeftRegular aria-hidden="true" /> {words.bots.title}
          </Go>
        }
      >
        {isOff ? <Pill tone="warn">{words.bots.isOff}</Pill> : null}
        {mayPublish && versions.data ? (
          <Button onClick={() => void toggle()} title={words.bots.switchHint}>
            {isOff ? words.bots.switchOn : words.bots.switchOff}
          </Button>
        ) : null}
        <Button appearance="primary" icon={<DesignIdeasRegular />} onClick={() => go(`/bots/${bot}/design`)}>
          {words.bots.design}
        </Button>
      </PageHead>
      <h2>{words.bots.versions}</h2>
      {versions.problem ? <Problem problem={versions.problem} retry={versions.reload} /> : null}
      {versions.data ? (
        <DataTable
          label={words.bots.versions}
          columns={[
            { name: words.plugins.version },
            { name: words.bots.note },
            { name: words.bots.published },
            { name: words.bots.standing, isNumber: true },
            { name: words.common.actions },
          ]}
        >
          {versions.data.versions.map((line) => (
            <tr key={line.release.number}>
              <td>
                <code>{line.release.version.slice(0, 12)}</code> {line.isLive ? <Pill tone="good">{words.bots.live}</Pill> : null}
              </td>
              <td className="reason">
                {line.release.note || <span className="quiet">{words.bots.noNote}</span>}
                {line.misfits?.length ? (
                  <div className="instance-trouble">
                    {words.bots.misfits} {line.misfits.join(", ")}
                  </div>
                ) : null}
              </td>
              <td>
                {formatTime(line.release.at)}
                <div className="quiet">{words.bots.origin[line.release.origin] ?? line.release.origin}</div>
              </td>
              <td className="number">{formatCount(line.open)}</td>
              {mayPublish ? (
                <td>
                  {line.isLive ? null : (
                    <Button size="small" onClick={() => setWanted(line)} aria-label={`${words.bots.rollBack}: ${line.release.version.slice(0, 12)}`}>
                      {words.bots.rollBack}
                    </Button>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </DataTable>
      ) : versions.problem ? null : (
        <Waiting />
      )}
      {wanted ? <RollBack bot={bot} line={wanted} onClose={() => setWanted(undefined)} onDone={versions.reload} /> : null}
    </>
  );
}

function RollBack({ bot, line, onClose, onDone }: { bot: string; line: VersionLine; onClose: () => void; onDone: () => void }) {
  const words = useWords();
  const toast = useToast();
  const [note, setNote] = useState("");
  const [move, setMove] = useState<ReleaseMove>("Finish");
  const submit = async () => {
    await call("POST", `/bots/${encodeURIComponent(bot)}/rollback`, { version: line.release.version, note, move } satisfies RollbackRequest);
    toast.done(words.common.saved);
    onDone();
  };

  return (
    <FormDialog title={words.bots.rollBackTitle} submit={words.bots.rollBack} onSubmit={submit} onClose={onClose}>
      <p>
        <code>{line.release.version.slice(0, 12)}</code> · {formatTime(line.release.at)}
      </p>
      <p className="quiet">{words.bots.rollBackText}</p>
      <Field label={words.bots.note}>
        <Input value={note} onChange={(_, change) => setNote(change.value)} maxLength={2000} />
      </Field>
      <Field label={words.bots.move}>
        <Select value={move} onChange={(_, change) => setMove(change.value as ReleaseMove)}>
          {moves.map((one) => (
            <option key={one} value={one}>
              {words.bots.moves[one]}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}
