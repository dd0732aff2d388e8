import { createContext, useContext } from "react";
import type { Right, Session } from "../api/types";

export interface SignedIn {
  session: Session;
  signOut: () => void;
}

export const SessionContext = createContext<SignedIn | null>(null);

export function useSession(): SignedIn {
  return useContext(SessionContext)!;
}

export function useMay(right: Right): boolean {
  return useSession().session.rights.includes(right);
}
