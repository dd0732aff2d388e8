import { lazy, type ReactNode, Suspense } from "react";
import type { Right } from "../api/types";
import { Conversation } from "../pages/Conversation";
import { Conversations } from "../pages/Conversations";
import { Deliveries } from "../pages/Deliveries";
import { Empty, PageHead, Waiting } from "../ui/Parts";
import { useWords } from "../words";
import { useRouter } from "./router";
import { useSession } from "./session";

const Accounts = lazy(() => import("../pages/Accounts").then((page) => ({ default: page.Accounts })));

/** The pages by address; the first that fits is shown. A `:name` stands for one part of the address. */
const routes: { pattern: string; right: Right; page: (part: (name: string) => string) => ReactNode }[] = [
  { pattern: "/conversations", right: "SeeConversations", page: () => <Conversations /> },
  { pattern: "/conversations/:key", right: "SeeConversations", page: (part) => <Conversation conversation={part("key")} key={part("key")} /> },
  { pattern: "/deliveries", right: "SeeConversations", page: () => <Deliveries /> },
  { pattern: "/accounts", right: "Administer", page: () => <Accounts /> },
];

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
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

export function Pages() {
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
}
