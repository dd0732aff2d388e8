import { Button, SearchBox } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons";
import { Background, type Connection, Controls, getViewportForBounds, MiniMap, type NodeChange, Panel, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Waiting } from "../../ui/Parts";
import { useWords } from "../../words";
import type { DialogNode } from "../model";
import { CanvasContext, type Canvasing } from "./CanvasContext";
import { DialogCard, type FlowNode } from "./DialogCard";
import { cardsOf, edgesOf } from "./drawn";
import { boundsOf, isPressable, type Spot } from "./layout";
import { useLayout } from "./useLayout";
import { useView } from "./useView";

interface CanvasProps extends Canvasing {
  nodes: DialogNode[];
  /** The dialog that a conversation begins with. */
  first: string | undefined;
  /** The dialog to be brought into view; a new object brings it again. */
  center: { node: string } | null;
  /** Where people have put dialogs. */
  positions: ReadonlyMap<string, Spot>;
  /** How much of its right is covered by a form, in pixels. */
  covered: number;
  /** What stands below the search. */
  children?: ReactNode;
}

const nodeTypes = { dialog: DialogCard };

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

function Flow({ nodes, first, chosen, center, onChoose, visited, troubled, positions, edits, covered, children, spots }: CanvasProps & { spots: ReadonlyMap<string, Spot> }) {
  const words = useWords();
  const flow = useReactFlow<FlowNode>();
  // While a dialog is dragged; where it is put down stands in the files.
  const [dragged, setDragged] = useState<Map<string, Spot>>(new Map());
  const moved = useMemo(() => new Map([...positions, ...dragged]), [positions, dragged]);
  useEffect(() => setDragged(new Map()), [positions]);

  const cards = useMemo(() => cardsOf(nodes, (id) => moved.get(id) ?? spots.get(id), chosen), [nodes, spots, moved, chosen]);
  const edges = useMemo(() => edgesOf(nodes, chosen), [nodes, chosen]);
  const view = useView({ flow, nodes, spots, moved, chosen, covered });
  useEffect(() => {
    if (center) {
      view.bring(center.node);
    }
    // Once for each object.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [center]);

  // The whole bot where it can be read; else where a conversation begins: the middle of a large bot says nothing.
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (isShown || !flow.viewportInitialized || width === 0) {
      return;
    }

    setShown(true);
    if (center) {
      return;
    }

    const all = getViewportForBounds(boundsOf(nodes, (id) => moved.get(id) ?? spots.get(id)), width, height, 0.1, whole.maxZoom, whole.padding);
    if (first && all.zoom < whole.minZoom) {
      view.bring(first, true);
    } else {
      void flow.setViewport(all);
    }
  }, [isShown, width, height, flow, nodes, moved, spots, center, first, view]);

  const find = (text: string) => {
    const found = dialogCalled(nodes, text.trim().toLowerCase());
    if (found) {
      onChoose({ node: found.id, path: null });
      view.bring(found.id);
    }
  };
  const move = (changes: NodeChange<FlowNode>[]) => {
    for (const change of changes) {
      if (change.type === "position" && change.position) {
        const { id, position } = change;
        setDragged((before) => new Map(before).set(id, position));
        if (change.dragging === false && isApart(position, positions.get(id) ?? spots.get(id))) {
          edits?.put(id, position);
        }
      }
    }
  };
  const connect = ({ source, sourceHandle, target }: Connection) => (sourceHandle ? edits?.connect({ node: source, path: sourceHandle }, target) : undefined);
  const context = useMemo(() => ({ chosen, onChoose, visited, troubled, edits }), [chosen, onChoose, visited, troubled, edits]);
  return (
    <CanvasContext value={context}>
      <ReactFlow
        nodes={cards}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesConnectable={edits !== null}
        nodesDraggable={edits !== null}
        connectionRadius={40}
        onConnect={connect}
        deleteKeyCode={null}
        minZoom={0.1}
        onNodesChange={move}
        onNodeClick={(_, node) => {
          onChoose({ node: node.id, path: null });
          if (!isPressable(flow.getZoom())) {
            view.bring(node.id);
          }
        }}
        onPaneClick={() => onChoose(null)}
        onMoveStart={(event) => (event ? view.release() : undefined)}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} />
        <MiniMap pannable zoomable ariaLabel={words.designer.canvas} nodeClassName={(node) => ((node as FlowNode).data.dialog.isAction ? "mini-act" : "mini-talk")} />
        <Controls showInteractive={false} />
        <Panel position="top-left" className="canvas-panel">
          <span className="canvas-tools">
            <SearchBox size="small" placeholder={words.designer.search} aria-label={words.designer.search} onChange={(_, change) => find(change.value)} />
            <Button
              size="small"
              icon={<ArrowResetRegular />}
              onClick={() => {
                edits?.layOut();
                setDragged(new Map());
                requestAnimationFrame(() => void flow.fitView(whole));
              }}
            >
              {words.designer.layout}
            </Button>
          </span>
          {children}
        </Panel>
      </ReactFlow>
    </CanvasContext>
  );
}

/** The dialog of a name, or of one that has it in it; dialogs before action dialogs. */
function dialogCalled(nodes: DialogNode[], wanted: string): DialogNode | undefined {
  const called = (fits: (name: string) => boolean) => nodes.filter((node) => fits(node.name.toLowerCase())).sort((one, other) => Number(one.isAction) - Number(other.isAction))[0];
  return wanted ? (called((name) => name === wanted) ?? called((name) => name.includes(wanted))) : undefined;
}

const isApart = (one: Spot, other: Spot | undefined) => !other || Math.abs(one.x - other.x) + Math.abs(one.y - other.y) > 0.5;
