import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { NavigationRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { ChangePassword } from "../pages/ChangePassword";
import { useWords } from "../words";
import { languages } from "../words/languages";
import type { LanguageChoice } from "./App";
import { PageGuard } from "./PageGuard";
import { Pages } from "./Pages";
import { PaletteButton } from "./PaletteButton";
import { groups } from "./places";
import { Go, useRouter } from "./router";
import { useSession } from "./session";
import type { ThemeChoice, useTheme } from "./theme";

export function Frame({ theme, language }: { theme: ReturnType<typeof useTheme>; language: LanguageChoice }) {
  const words = useWords();
  const { place } = useRouter();
  const { session, signOut } = useSession();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isPasswordOpen, setPasswordOpen] = useState(false);

  useEffect(() => setMenuOpen(false), [place]);

  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <div className="topbar">
        <Button className="menu-button" appearance="subtle" icon={<NavigationRegular />} aria-label={words.nav.menu} aria-expanded={isMenuOpen} onClick={() => setMenuOpen(!isMenuOpen)} />
        <Go to="/" className="brand">
          <img src="/cockpit/icon.svg" alt="" width="26" height="26" />
          <span>{words.product}</span>
        </Go>
        <PaletteButton />
        <Menu checkedValues={{ theme: [theme.choice], language: [language.choice] }}>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" className="who" icon={<Avatar size={28} name={session.display} color="brand" aria-hidden="true" />}>
              <span className="who-name">{session.display}</span>
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuGroup>
                <MenuGroupHeader>
                  {session.name} · {words.roles[session.role]}
                </MenuGroupHeader>
                {session.isVouchedFor ? null : <MenuItem onClick={() => setPasswordOpen(true)}>{words.password.title}</MenuItem>}
              </MenuGroup>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>{words.theme.label}</MenuGroupHeader>
                {(["light", "dark", "system"] as ThemeChoice[]).map((choice) => (
                  <MenuItemRadio key={choice} name="theme" value={choice} onClick={() => theme.choose(choice)}>
                    {words.theme[choice as "light" | "dark" | "system"]}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
              {language.all.length > 1 ? (
                <>
                  <MenuDivider />
                  <MenuGroup>
                    <MenuGroupHeader>{words.language}</MenuGroupHeader>
                    {language.all.map((tag) => (
                      <MenuItemRadio key={tag} name="language" value={tag} lang={tag} onClick={() => language.choose(tag)}>
                        {languages[tag]?.name}
                      </MenuItemRadio>
                    ))}
                  </MenuGroup>
                </>
              ) : null}
              <MenuDivider />
              <MenuItem onClick={signOut}>{words.signIn.signOut}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      <nav className={`nav ${isMenuOpen ? "nav-open" : ""}`} aria-label={words.nav.label}>
        {groups.map((group, index) => {
          const items = group.items.filter((item) => session.rights.includes(item.right));
          return items.length === 0 ? null : (
            <div key={index} className="nav-group">
              {group.name(words) ? <h2>{group.name(words)}</h2> : null}
              <ul>
                {items.map((item) => {
                  const isHere = item.path === "/" ? place.path === "/" : place.path === item.path || place.path.startsWith(`${item.path}/`);
                  return (
                    <li key={item.path}>
                      <Go to={item.path} className={`nav-link ${isHere ? "nav-here" : ""}`} aria-current={isHere ? "page" : undefined}>
                        <span className="nav-icon" aria-hidden="true">
                          {item.icon}
                        </span>
                        {item.name(words)}
                      </Go>
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        })}
      </nav>
      {isMenuOpen ? <div className="nav-shade" onClick={() => setMenuOpen(false)} /> : null}
      <main id="content" className="content" tabIndex={-1}>
        <PageGuard place={place.path}>
          <Pages />
        </PageGuard>
      </main>
      {isPasswordOpen ? <ChangePassword onClose={() => setPasswordOpen(false)} /> : null}
    </div>
  );
}
