import { createDOMRenderer, FluentProvider, RendererProvider, teamsDarkTheme, teamsLightTheme } from "@fluentui/react-components";
import { Toaster } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState } from "react";
import { call, setCsrf, whenSignedOut } from "../api/client";
import type { Session } from "../api/types";
import { nonce } from "../nonce";
import { First } from "../pages/First";
import { SignIn } from "../pages/SignIn";
import { toasterId } from "../ui/toast";
import { Waiting } from "../ui/Parts";
import { WordsContext } from "../words";
import { languages, storedLanguage, useLanguage } from "../words/languages";
import { Frame } from "./Frame";
import { RouterProvider, useRouter } from "./router";
import { SessionContext } from "./session";
import { useTheme } from "./theme";

const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

export function App() {
  const theme = useTheme();
  const language = useLanguage(storedLanguage());
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme.isDark ? teamsDarkTheme : teamsLightTheme} className="provider">
        <WordsContext value={language.words}>
          <RouterProvider>
            <Door theme={theme} language={{ choice: language.choice, choose: language.choose, all: Object.keys(languages) }} />
          </RouterProvider>
          <Toaster toasterId={toasterId} position="bottom-end" />
        </WordsContext>
      </FluentProvider>
    </RendererProvider>
  );
}

export interface LanguageChoice {
  choice: string;
  choose: (choice: string) => void;
  all: string[];
}

function Door({ theme, language }: { theme: ReturnType<typeof useTheme>; language: LanguageChoice }) {
  const { place, go } = useRouter();
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const [hasEnded, setHasEnded] = useState(false);

  const enter = useCallback((next: Session) => {
    setCsrf(next.csrf);
    setHasEnded(false);
    setSession(next);
  }, []);

  useEffect(() => {
    whenSignedOut(() => {
      setHasEnded(true);
      setSession(null);
    });
    call<Session>("GET", "/session").then(enter, () => setSession(null));
  }, [enter]);

  const signOut = useCallback(() => {
    void call<{ next: string } | undefined>("DELETE", "/session").then(
      (answer) => {
        if (answer?.next) {
          window.location.assign(answer.next);
          return;
        }

        setSession(null);
        go("/", true);
      },
      () => {
        setSession(null);
        go("/", true);
      },
    );
  }, [go]);

  const signedIn = useMemo(() => (session ? { session, signOut } : null), [session, signOut]);
  if (session === undefined) {
    return <Waiting />;
  }

  if (!signedIn) {
    return place.path === "/first" ? <First onSignedIn={enter} /> : <SignIn onSignedIn={enter} hasEnded={hasEnded} />;
  }

  return (
    <SessionContext value={signedIn}>
      <Frame theme={theme} language={language} />
    </SessionContext>
  );
}
