import { lazy, memo, type ReactNode, Suspense } from "react";
import type { Right } from "../api/types";
import { Conversation } from "../pages/Conversation";
import { Conversations } from "../pages/Conversations";
import { Deliveries } from "../pages/Deliveries";
import { Overview } from "../pages/Overview";
import { Empty, PageHead, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import { useRouter } from "./router";
import { useSession } from "./session";

const Instances = lazy(() => import("../pages/Instances").then((page) => ({ default: page.Instances })));
const InstanceForm = lazy(() => import("../pages/InstanceForm").then((page) => ({ default: page.InstanceForm })));
const Sparkcentral = lazy(() => import("../pages/Sparkcentral").then((page) => ({ default: page.Sparkcentral })));
const Plugins = lazy(() => import("../pages/Plugins").then((page) => ({ default: page.Plugins })));
const Bots = lazy(() => import("../pages/Bots").then((page) => ({ default: page.Bots })));
const Bot = lazy(() => import("../pages/Bot").then((page) => ({ default: page.Bot })));
const Designer = lazy(() => import("../designer/Designer").then((page) => ({ default: page.Designer })));
const Credentials = lazy(() => import("../support/Credentials").then((page) => ({ default: page.Credentials })));
const CredentialForm = lazy(() => import("../support/CredentialForm").then((page) => ({ default: page.CredentialForm })));
const ApiCalls = lazy(() => import("../support/ApiCalls").then((page) => ({ default: page.ApiCalls })));
const ApiCallForm = lazy(() => import("../support/ApiCallForm").then((page) => ({ default: page.ApiCallForm })));
const Categories = lazy(() => import("../support/Categories").then((page) => ({ default: page.Categories })));
const Escalation = lazy(() => import("../support/Escalation").then((page) => ({ default: page.Escalation })));
const Audit = lazy(() => import("../pages/Audit").then((page) => ({ default: page.Audit })));
const AccessTokens = lazy(() => import("../pages/AccessTokens").then((page) => ({ default: page.AccessTokens })));
const Privacy = lazy(() => import("../pages/Privacy").then((page) => ({ default: page.Privacy })));
const Accounts = lazy(() => import("../pages/Accounts").then((page) => ({ default: page.Accounts })));

/** The pages by address; the first that fits is shown. A `:name` stands for one part of the address. */
const routes: { pattern: string; right: Right; page: (part: (name: string) => string) => ReactNode }[] = [
  { pattern: "/", right: "SeeConversations", page: () => <Overview /> },
  { pattern: "/conversations", right: "SeeConversations", page: () => <Conversations /> },
  { pattern: "/conversations/:key", right: "SeeConversations", page: (part) => <Conversation conversation={part("key")} key={part("key")} /> },
  { pattern: "/deliveries", right: "SeeConversations", page: () => <Deliveries /> },
  { pattern: "/bots", right: "SeeBots", page: () => <Bots /> },
  { pattern: "/bots/:bot", right: "SeeBots", page: (part) => <Bot bot={part("bot")} key={part("bot")} /> },
  { pattern: "/bots/:bot/design", right: "SeeBots", page: (part) => <Designer bot={part("bot")} key={part("bot")} /> },
  { pattern: "/channels", right: "SeeChannels", page: () => <Instances kind="Channel" /> },
  { pattern: "/channels/new/:offer", right: "EditChannels", page: (part) => (part("offer") === "sparkcentral" ? <Sparkcentral /> : <InstanceForm kind="Channel" offer={part("offer")} key={part("offer")} />) },
  { pattern: "/channels/edit/:name", right: "EditChannels", page: (part) => <InstanceForm kind="Channel" name={part("name")} key={part("name")} /> },
  { pattern: "/connections", right: "SeeChannels", page: () => <Instances kind="Connection" /> },
  { pattern: "/connections/new/:offer", right: "EditChannels", page: (part) => <InstanceForm kind="Connection" offer={part("offer")} key={part("offer")} /> },
  { pattern: "/connections/edit/:name", right: "EditChannels", page: (part) => <InstanceForm kind="Connection" name={part("name")} key={part("name")} /> },
  { pattern: "/plugins", right: "SeeChannels", page: () => <Plugins /> },
  { pattern: "/support/credentials", right: "SeeSupport", page: () => <Credentials /> },
  { pattern: "/support/credentials/new", right: "EditSupport", page: () => <CredentialForm /> },
  { pattern: "/support/credentials/:name", right: "SeeSupport", page: (part) => <CredentialForm name={part("name")} key={part("name")} /> },
  { pattern: "/support/api-calls", right: "SeeSupport", page: () => <ApiCalls /> },
  { pattern: "/support/api-calls/new", right: "EditSupport", page: () => <ApiCallForm /> },
  { pattern: "/support/api-calls/:name", right: "SeeSupport", page: (part) => <ApiCallForm name={part("name")} key={part("name")} /> },
  { pattern: "/support/categories", right: "SeeSupport", page: () => <Categories /> },
  { pattern: "/support/escalation", right: "SeeSupport", page: () => <Escalation /> },
  { pattern: "/accounts", right: "Administer", page: () => <Accounts /> },
  { pattern: "/audit", right: "Administer", page: () => <Audit /> },
  { pattern: "/access-tokens", right: "Administer", page: () => <AccessTokens /> },
  { pattern: "/privacy", right: "ManagePeople", page: () => <Privacy /> },
];

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) {
    return null;
  }

  const parts: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    if (want.startsWith(":")) {
      parts[want.slice(1)] = decodeURIComponent(given[index] ?? "");
    } else if (want !== given[index]) {
      return null;
    }
  }

  return parts;
}

/** The page of the place. What the frame around it shows is nothing to it: it is drawn again for a place, a session or a language alone. */
export const Pages = memo(function Pages() {
  const words = useWords();
  const { place } = useRouter();
  const { session } = useSession();
  for (const route of routes) {
    const parts = match(route.pattern, place.path);
    if (parts) {
      return session.rights.includes(route.right) ? (
        <Suspense fallback={<Waiting />}>{route.page((name) => parts[name] ?? "")}</Suspense>
      ) : (
        <Empty title={words.common.notAllowed} />
      );
    }
  }

  return (
    <>
      <PageHead title={words.common.notFound} />
      <p>{words.common.notFoundHint}</p>
    </>
  );
});
