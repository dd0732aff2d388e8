/** What the admin API says, as `core/Spark.Cockpit` writes it. */

export type Role = "Reader" | "SupportAgent" | "ChannelOwner" | "Designer" | "Administrator";

export type Right =
  | "Administer"
  | "SeeConversations"
  | "ReadTranscripts"
  | "ActOnConversations"
  | "SeeBots"
  | "EditBots"
  | "PublishBots"
  | "SeeChannels"
  | "EditChannels"
  | "SeeSupport"
  | "EditSupport";

export interface Session {
  name: string;
  display: string;
  role: Role;
  rights: Right[];
  csrf: string | null;
  /** The only bots that they see to; null for all. */
  bots: string[] | null;
  /** True when another system signs them in: they have no password here. */
  isVouchedFor: boolean;
}

/** A way to sign in besides with a password. */
export interface SignInWay {
  name: string;
  address: string;
}

/** What a script brings to the admin API, without the secret itself. */
export interface AccessToken {
  id: string;
  name: string;
  rights: Right[];
  bots: string[] | null;
  madeBy: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

export interface Account {
  name: string;
  display: string;
  role: Role;
  isDisabled: boolean;
  createdAt: string;
  bots: string[] | null;
  issuer: string | null;
}

export type Outcome = "Resolved" | "Escalated" | "Abandoned";
export type Owner = "Bot" | "Queued" | "Provider" | "Closed";

export interface EpisodeLine {
  key: string;
  number: number;
  instance: string;
  conversationId: string;
  person: string | null;
  bot: string;
  version: string;
  isOpen: boolean;
  outcome: Outcome | null;
  reason: string | null;
  owner: Owner;
  language: string;
  beganAt: string;
  endedAt: string | null;
  changedAt: string;
  turns: number;
  type: string | null;
  category: string | null;
  ticket: string | null;
  ticketUrl: string | null;
}

export interface EpisodeList {
  episodes: EpisodeLine[];
  next: string | null;
}

export interface Tally {
  from: string | null;
  open: number;
  resolved: number;
  escalated: number;
  abandoned: number;
}

export interface EpisodeCounts {
  total: Tally;
  stretches: Tally[];
}

export interface Part {
  kind: string;
  text: string;
  choices: string[] | null;
  address: string | null;
}

export interface TranscriptEffect {
  address: string;
  kind: string;
  status: string;
  attempts: number;
  mayHaveArrived: boolean;
  createdAt: string;
  parts: Part[] | null;
}

export interface TranscriptTurn {
  sequence: number;
  at: string;
  what: string;
  fault: string | null;
  said: Part[] | null;
  effects: TranscriptEffect[];
}

export interface Transcript {
  turns: TranscriptTurn[];
  before: number | null;
}

export interface Episode {
  number: number;
  bot: string;
  version: string;
  began: string;
  ended: string | null;
  outcome: Outcome | null;
  reason: string | null;
  type: string | null;
  category: string | null;
  ticket: string | null;
  ticketUrl: string | null;
}

export interface ConversationView {
  person: string | null;
  conversation: {
    key: string;
    instance: string;
    conversationId: string;
    sequence: number;
    owner: Owner;
    beganAt: string;
    changedAt: string;
  };
  ownerEpoch: number;
  language: string;
  episodes: Episode[];
  waitsFor: string | null;
  dialogs: string[];
  /** The desk for which Spark keeps the channel; null when none has it. */
  desk: { connection: string; agent: string | null; position: number | null; movingTo: string | null; refusal: string | null } | null;
  /** The desks to which it can be moved. */
  desks: string[];
  wakeAt: string | null;
}

export interface Reassignment {
  result: string;
  connection: string | null;
  reason: string | null;
  desks: string[];
}

export interface AuditEntry {
  number: number;
  at: string;
  actor: string;
  what: string;
  subject: string | null;
  details: string | null;
}

export interface AuditList {
  entries: AuditEntry[];
  next: number | null;
}

export interface EffectView {
  address: string;
  instance: string;
  conversationId: string;
  kind: string;
  status: string;
  attempts: number;
  mayHaveArrived: boolean;
  createdAt: string;
  dueAt: string | null;
  reason: string | null;
}

export interface EffectList {
  effects: EffectView[];
  next: string | null;
}

export interface PluginView {
  id: string;
  version: string;
  kind: string;
  status: string;
  reason: string | null;
  findings: string[];
  offers: string[];
}

export interface InstanceView {
  id: string;
  kind: "Channel" | "Connection" | "Action";
  plugin: string;
  bot: string | null;
  status: string;
  reason: string | null;
  remedies: string[];
  isFixed: boolean;
  isEnabled: boolean;
  webhookUrl: string | null;
}

export interface PluginList {
  plugins: PluginView[];
  instances: InstanceView[];
}

export interface Finding {
  code: string;
  level: "Note" | "Warning" | "Error";
  at: { file: string; line: number; column: number };
  message: string;
  remedy: string;
}

export interface Release {
  bot: string;
  version: string;
  note: string;
  move: string;
  origin: string;
  number: number;
  at: string;
}

export interface VersionLine {
  release: Release;
  isLive: boolean;
  open: number;
  misfits: string[] | null;
}

export interface BotLine {
  id: string;
  version: string;
  open: number;
  channels: string[];
  draft: { number: number; savedAt: string; savedBy: string } | null;
}

export interface SettingSchema {
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: string[];
  default?: unknown;
  format?: string;
  writeOnly?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  items?: SettingSchema;
  properties?: Record<string, SettingSchema>;
  additionalProperties?: boolean | SettingSchema;
  required?: string[];
}

export interface OfferView {
  kind: "Channel" | "OffloadProvider" | "Action";
  id: string;
  name: string;
  schema: SettingSchema | null;
}

export interface InstanceRequest {
  kind: "Channel" | "Connection";
  plugin: string;
  bot: string | null;
  allowPrivate: boolean;
  isEnabled: boolean;
  settings: Record<string, unknown>;
}

export interface InstanceDetails extends InstanceRequest {
  name: string;
  secrets: string[];
}

export interface InstanceAnswer {
  isSaved: boolean;
  status: string | null;
  reason: string | null;
  findings: Finding[];
}
