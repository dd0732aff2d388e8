import { access } from "./access";
import { bots } from "./bots";
import { channels } from "./channels";
import { conversations } from "./conversations";
import { overview } from "./overview";
import { shell } from "./shell";
import { support } from "./support";
import { trial } from "./trial";
import type { Words } from "../en";

export const fr: Words = { ...shell, ...access, ...conversations, ...channels, ...bots, ...overview, ...support, ...trial };
