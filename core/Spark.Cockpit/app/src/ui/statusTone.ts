import type { Tone } from "./Parts";

export const statusTone: Record<string, Tone> = {
  Running: "good",
  NeedsSettings: "warn",
  NotReady: "warn",
  Starting: "info",
  CredentialsRejected: "bad",
  Faulted: "bad",
  Incompatible: "bad",
};
