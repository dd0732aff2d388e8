import { Button, SearchBox } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons";
import { Background, Controls, type Edge, Handle, MarkerType, MiniMap, type Node, type NodeProps, Panel, Position, ReactFlow, ReactFlowProvider, type ReactFlowState, useReactFlow, useStore } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { Waiting } from "../ui/Parts";
import { useWords } from "../words";
import { heightOf, layOut, nodeWidth, rowHeight, type Spot } from "./layout";
import type { DialogNode, StepRow } from "./model";

export interface Chosen {
  node: string;
  path: string | null;
}

interface CanvasProps {
  nodes: DialogNode[];
  chosen: Chosen | null;
  /** The dialog to be brought into view; a new object brings it again. */
  center: { node: string } | null;
  onChoose: (chosen: Chosen | null) => void;
  /** The places that a test has passed: `dialogs/menu.yaml:4`. */
  visited: ReadonlySet<string> | null;
  /** How many problems a file's line has. */
  troubled: ReadonlySet<string>;
}

type FlowNode = Node<{ dialog: DialogNode }, "dialog">;

const ChosenContext = createContext<Pick<CanvasProps, "chosen" | "onChoose" | "visited" | "troubled">>({
  chosen: null,
  onChoose: () => {},
  visited: null,
  troubled: new Set(),
});

const smallestTarget = 24;

/** True when steps are drawn large enough to be pressed one by one; from further away only dialogs are. */
const isNear = (state: ReactFlowState) => state.transform[2] * rowHeight >= smallestTarget;

const whole = { padding: 0.06, minZoom: 0.45, maxZoom: 1 };

/** Drawn once it is known where its dialogs lie: what is found or pressed before would move away under the hand. */
export function Canvas(props: CanvasProps) {
  const spots = useLayout(props.nodes);
  return spots ? (
    <ReactFlowProvider>
      <Flow {...props} spots={spots} />
    </ReactFlowProvider>
  ) : (
    <Waiting />
  );
}

function useLayout(nodes: DialogNode[]): Map<string, Spot> | undefined {
  const [spots, setSpots] = useState<Map<string, Spot>>();
  const shape = nodes.map((node) => `${node.id} ${node.rows.length} ${node.rows.flatMap((row) => row.targets.map((target) => target.id)).join()}`).join("\n");

  useEffect(() => {
    let isCurrent = true;
    void layOut(nodes).then((found) => (isCurrent ? setSpots(found) : undefined));
    return () => {
      isCurrent = false;
    };
    // The text of a step moves nothing: only what dialogs there are, and where they lead.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape]);

  return spots;
}

function Flow({ nodes, chosen, center, onChoose, visited, troubled, spots }: CanvasProps & { spots: Map<string, Spot> }) {
  const words = useWords();
  const flow = useReactFlow();
  const [moved, setMoved] = useState<Map<string, Spot>>(new Map());

  const flowNodes = useMemo<FlowNode[]>(
    () =>
      nodes.map((dialog) => ({
        id: dialog.id,
        type: "dialog",
        position: moved.get(dialog.id) ?? spots.get(dialog.id) ?? { x: 0, y: 0 },
        data: { dialog },
        width: nodeWidth,
        height: heightOf(dialog),
        selected: chosen?.node === dialog.id,
        ariaLabel: dialog.name,
      })),
    [nodes, spots, moved, chosen],
  );
  const edges = useMemo<Edge[]>(() => {
    const known = new Set(nodes.map((node) => node.id));
    return nodes.flatMap((node) =>
      node.rows.flatMap((row) =>
        row.targets
          .filter((target) => known.has(target.id))
          .map((target, index) => ({
            id: `${node.id} ${row.path} ${index}`,
            source: node.id,
            sourceHandle: row.path,
            target: target.id,
            className: `edge-${row.kind}`,
            markerEnd: { type: MarkerType.ArrowClosed },
            focusable: false,
          })),
      ),
    );
  }, [nodes]);

  const bring = useCallback(
    (id: string) => {
      const node = nodes.find((one) => one.id === id);
      const spot = moved.get(id) ?? spots.get(id);
      if (node && spot) {
        const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200;
        void flow.setCenter(spot.x + nodeWidth / 2, spot.y + heightOf(node) / 2, { zoom: 1, duration });
      }
    },
    [nodes, moved, spots, flow],
  );
  const latest = useRef(bring);
  useEffect(() => {
    latest.current = bring;
  });
  useEffect(() => {
    if (center) {
      latest.current(center.node);
    }
  }, [center]);

  const find = (text: string) => {
    const wanted = text.trim().toLowerCase();
    const found = wanted ? nodes.find((node) => node.name.toLowerCase().includes(wanted)) : undefined;
    if (found) {
      onChoose({ node: found.id, path: null });
      bring(found.id);
    }
  };

  const context = useMemo(() => ({ chosen, onChoose, visited, troubled }), [chosen, onChoose, visited, troubled]);
  return (
    <ChosenContext value={context}>
      <ReactFlow
        nodes={flowNodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesConnectable={false}
        deleteKeyCode={null}
        minZoom={0.1}
        fitView
        fitViewOptions={whole}
        onNodesChange={(changes) => {
          for (const change of changes) {
            if (change.type === "position" && change.position) {
              const { id, position } = change;
              setMoved((before) => new Map(before).set(id, position));
            }
          }
        }}
        onNodeClick={(_, node) => {
          onChoose({ node: node.id, path: null });
          if (flow.getZoom() * rowHeight < smallestTarget) {
            bring(node.id);
          }
        }}
        onPaneClick={() => onChoose(null)}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} />
        <MiniMap pannable zoomable ariaLabel={words.designer.canvas} nodeClassName={(node) => ((node as FlowNode).data.dialog.isAction ? "mini-act" : "mini-talk")} />
        <Controls showInteractive={false} />
        <Panel position="top-left" className="canvas-panel">
          <SearchBox size="small" placeholder={words.designer.search} aria-label={words.designer.search} onChange={(_, change) => find(change.value)} />
          <Button
            size="small"
            icon={<ArrowResetRegular />}
            onClick={() => {
              setMoved(new Map());
              requestAnimationFrame(() => void flow.fitView(whole));
            }}
          >
            {words.designer.layout}
          </Button>
        </Panel>
      </ReactFlow>
    </ChosenContext>
  );
}

function DialogCard({ data: { dialog } }: NodeProps<FlowNode>) {
  const words = useWords();
  const { chosen } = useContext(ChosenContext);
  return (
    <div className={`node ${dialog.isAction ? "node-act" : "node-talk"} ${dialog.rows.length === 0 ? "node-empty" : ""} ${chosen?.node === dialog.id ? "node-chosen" : ""}`}>
      <Handle type="target" position={Position.Left} className="handle" isConnectable={false} />
      <div className="node-head">{dialog.name}</div>
      {dialog.intents.length + dialog.events.length > 0 ? (
        <div className="node-marks">
          {dialog.events.map((event) => (
            <span key={event} className="mark mark-event">
              {event}
            </span>
          ))}
          {dialog.intents.map((intent) => (
            <span key={intent} className="mark">
              #{intent}
            </span>
          ))}
        </div>
      ) : null}
      {dialog.rows.length === 0 ? <div className="row">{words.designer.empty}</div> : dialog.rows.map((row) => <Row key={row.path} dialog={dialog} row={row} />)}
    </div>
  );
}

function Row({ dialog, row }: { dialog: DialogNode; row: StepRow }) {
  const { chosen, onChoose, visited, troubled } = useContext(ChosenContext);
  const place = `${dialog.file}:${row.line}`;
  const isChosen = chosen?.node === dialog.id && chosen.path === row.path;
  const look = {
    className: `row row-${row.kind} ${isChosen ? "row-chosen" : ""} ${visited ? (visited.has(place) ? "row-visited" : "row-missed") : ""} ${troubled.has(place) ? "row-troubled" : ""}`,
    style: { paddingInlineStart: 10 + row.depth * 12 },
    title: row.summary,
  };
  const content = (
    <>
      <span className="row-verb">{row.verb}</span>
      <span className="row-text">{row.summary}</span>
      {row.targets.length > 0 ? <Handle type="source" position={Position.Right} id={row.path} className={`handle handle-${row.kind}`} isConnectable={false} /> : null}
    </>
  );
  return useStore(isNear) ? (
    <button
      type="button"
      {...look}
      className={`${look.className} nodrag`}
      onClick={(event) => {
        event.stopPropagation();
        onChoose({ node: dialog.id, path: row.path });
      }}
    >
      {content}
    </button>
  ) : (
    <div {...look}>{content}</div>
  );
}

const nodeTypes = { dialog: DialogCard };
