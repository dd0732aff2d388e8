import { access } from "./access";
import { bots } from "./bots";
import { channels } from "./channels";
import { conversations } from "./conversations";
import { overview } from "./overview";
import { shell } from "./shell";
import { support } from "./support";
import { trial } from "./trial";

/** Every word that a person reads, by the pages that show it. Other languages are folders beside this one, of the same shape. */
export const en = { ...shell, ...access, ...conversations, ...channels, ...bots, ...overview, ...support, ...trial };

export type Words = typeof en;
