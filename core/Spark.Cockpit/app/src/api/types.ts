/** The types of the admin API by the names that the page uses. They are made of its OpenAPI document (`schema.ts`); what stands here is what that leaves open. */
import type * as schema from "./schema";

export type {
  AccessTokenView as AccessToken,
  AccountView as Account,
  AuditList,
  AuditRecord as AuditEntry,
  BotLine,
  ChannelChoice,
  ConversationView,
  DialogPath,
  DraftRequest as SavedDraft,
  DraftView,
  EffectList,
  EffectView,
  Episode,
  EpisodeCounts,
  EpisodeLine,
  EpisodeList,
  EpisodeOutcome as Outcome,
  EpisodeTally as Tally,
  EpisodeType,
  Exchange,
  ErasureReport,
  Finding,
  InsightView,
  InstanceAnswer,
  InstanceView,
  MissedSentence,
  NodePlugins,
  Owner,
  PartView as Part,
  PersonAddressed as PersonAddress,
  PersonFace,
  PersonPreview,
  PluginAnswer,
  PluginList,
  PluginOffered,
  PluginView,
  Reassignment,
  Release,
  RetentionView as Retention,
  Right,
  Role,
  SessionView as Session,
  StandingMisfit,
  SignInWay,
  StudioChoice,
  StudioPart,
  StudioPlace,
  StudioReply,
  StudioShown,
  StudioTalk,
  StudioTestDraft,
  StudioTicket,
  StudioTurn,
  StudioValue,
  StudioWait,
  Transcript,
  TranscriptEffect,
  TranscriptTurn,
  VersionLine,
  ViewLine,
  ViewList,
} from "./schema";

/** What the forms read of a plugin's settings.schema.json. */
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

export type OfferView = Omit<schema.OfferView, "schema"> & { schema: SettingSchema | null };

export type InstanceRequest = Omit<schema.InstanceRequest, "edition" | "kind" | "settings"> & { kind: "Channel" | "Connection"; settings: Record<string, unknown> };

export type SavedInstance = schema.InstanceRequest;

export type InstanceDetails = Omit<schema.InstanceDetails, "kind" | "settings"> & InstanceRequest;
