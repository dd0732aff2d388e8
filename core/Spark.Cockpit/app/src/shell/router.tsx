import { createContext, useCallback, useContext, useEffect, useMemo, useState, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from "react";

const base = "/cockpit";

export interface Place {
  /** Below `/cockpit`, without a slash at its end: `/bots/it-support`. */
  path: string;
  query: URLSearchParams;
}

interface Router {
  place: Place;
  go: (to: string, replace?: boolean) => void;
}

const RouterContext = createContext<Router | null>(null);

/** Asked before a page is left; false keeps the person there. */
let guard: (() => boolean) | null = null;

export function setLeaveGuard(ask: (() => boolean) | null): void {
  guard = ask;
}

function here(): Place {
  const path = window.location.pathname.startsWith(base) ? window.location.pathname.slice(base.length) : "/";
  return { path: path.replace(/\/+$/, "") || "/", query: new URLSearchParams(window.location.search) };
}

export function RouterProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const onPop = () => setPlace(here());
    window.addEventListener("popstate", onPop);
    return () => window.removeEventListener("popstate", onPop);
  }, []);

  const go = useCallback((to: string, replace = false) => {
    if (!replace && guard && !guard()) {
      return;
    }

    if (replace) {
      window.history.replaceState(null, "", base + to);
    } else {
      guard = null;
      window.history.pushState(null, "", base + to);
      window.scrollTo(0, 0);
    }

    setPlace(here());
  }, []);

  const router = useMemo(() => ({ place, go }), [place, go]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

export function useRouter(): Router {
  return useContext(RouterContext)!;
}

/** A link inside the cockpit. A new tab opens as with any link. */
export function Go({ to, children, ...rest }: { to: string; children: ReactNode } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { go } = useRouter();
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    rest.onClick?.(event);
    if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(to);
    }
  };

  return (
    <a {...rest} href={base + to} onClick={onClick}>
      {children}
    </a>
  );
}
