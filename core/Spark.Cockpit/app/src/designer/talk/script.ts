/** One thing that happens in a conversation that is tried, as the host reads it. What is left out did not happen. */
export interface Line {
  text?: string;
  isPress?: boolean;
  file?: string;
  clock?: string;
  agent?: string;
  agentLeaves?: boolean;
  result?: string;
  name?: string;
  isOffload?: boolean;
  output?: string | null;
  ticket?: string | null;
  state?: string;
}

/** A conversation that is tried: it is played from its beginning each time, so that a change of the bot shows at once. */
export interface Script {
  language: string | null;
  channel: string | null;
  start: { dialog: string | null; variables: Record<string, string> } | null;
  lines: Line[];
}

export const emptyScript: Script = { language: null, channel: null, start: null, lines: [] };

/** A time that passes, as tests write it: digits and a unit. */
export const isSpan = (text: string): boolean => /^[1-9]\d{0,8}(ms|s|m|h|d)$/.test(text);
