import {
  BotRegular,
  BranchForkRegular,
  CallRegular,
  ChannelRegular,
  ChatMultipleRegular,
  ClipboardTaskListLtrRegular,
  DataBarVerticalRegular,
  HeadsetRegular,
  KeyMultipleRegular,
  KeyRegular,
  MailArrowUpRegular,
  PeopleRegular,
  PlugConnectedRegular,
  PuzzlePieceRegular,
  ShieldPersonRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { Right } from "../api/types";
import type { Words } from "../words/en";

export interface NavItem {
  path: string;
  name: (words: Words) => string;
  icon: ReactElement;
  right: Right;
}

export interface NavGroup {
  name: (words: Words) => string | null;
  items: NavItem[];
}

/** The menu, and what the palette finds: a page whose right somebody lacks is not shown to them. */
export const groups: NavGroup[] = [
  {
    name: () => null,
    items: [
      { path: "/", name: (w) => w.nav.overview, icon: <DataBarVerticalRegular />, right: "SeeConversations" },
      { path: "/conversations", name: (w) => w.nav.conversations, icon: <ChatMultipleRegular />, right: "SeeConversations" },
      { path: "/deliveries", name: (w) => w.nav.deliveries, icon: <MailArrowUpRegular />, right: "SeeConversations" },
    ],
  },
  {
    name: (w) => w.nav.build,
    items: [{ path: "/bots", name: (w) => w.nav.bots, icon: <BotRegular />, right: "SeeBots" }],
  },
  {
    name: (w) => w.nav.connect,
    items: [
      { path: "/channels", name: (w) => w.nav.channels, icon: <ChannelRegular />, right: "SeeChannels" },
      { path: "/connections", name: (w) => w.nav.connections, icon: <PlugConnectedRegular />, right: "SeeChannels" },
      { path: "/plugins", name: (w) => w.nav.plugins, icon: <PuzzlePieceRegular />, right: "SeeChannels" },
    ],
  },
  {
    name: (w) => w.nav.support,
    items: [
      { path: "/support/credentials", name: (w) => w.nav.credentials, icon: <KeyMultipleRegular />, right: "SeeSupport" },
      { path: "/support/api-calls", name: (w) => w.nav.apiCalls, icon: <CallRegular />, right: "SeeSupport" },
      { path: "/support/categories", name: (w) => w.nav.categories, icon: <BranchForkRegular />, right: "SeeSupport" },
      { path: "/support/escalation", name: (w) => w.nav.escalation, icon: <HeadsetRegular />, right: "SeeSupport" },
    ],
  },
  {
    name: (w) => w.nav.administer,
    items: [
      { path: "/accounts", name: (w) => w.nav.accounts, icon: <PeopleRegular />, right: "Administer" },
      { path: "/audit", name: (w) => w.nav.audit, icon: <ClipboardTaskListLtrRegular />, right: "Administer" },
      { path: "/access-tokens", name: (w) => w.nav.tokens, icon: <KeyRegular />, right: "Administer" },
      { path: "/privacy", name: (w) => w.nav.privacy, icon: <ShieldPersonRegular />, right: "ManagePeople" },
    ],
  },
];
