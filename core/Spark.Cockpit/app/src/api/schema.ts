/** What the admin API reads and answers with: made of its OpenAPI document. SPARK_APPROVE=1 and ApiTypesTests make it anew. */

export interface AccessTokenList {
  tokens: AccessTokenView[];
}

export interface AccessTokenRequest {
  name: string;
  rights: Right[];
  bots: string[] | null;
  days: number;
}

export interface AccessTokenView {
  id: string;
  name: string;
  rights: Right[];
  bots: string[] | null;
  madeBy: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

export interface AccountList {
  accounts: AccountView[];
}

export interface AccountRequest {
  display: string;
  role: Role;
  isDisabled: boolean;
  password: string | null;
  edition?: string | null;
  bots?: string[] | null;
}

export interface AccountView {
  name: string;
  display: string;
  role: Role;
  isDisabled: boolean;
  createdAt: string;
  bots: string[] | null;
  issuer: string | null;
  edition: string;
}

export interface AdminError {
  code: string;
  message: string;
}

export interface ApiCallDefinition {
  name: string;
  description: string;
  credential: string;
  parameters: ApiCallParameter[];
  method: string;
  resource: string;
  query: ApiCallField[];
  headers: ApiCallField[];
  payload: string | null;
  timeoutSeconds: number;
  outputs: ApiCallOutput[];
}

export type ApiCallEnd = "Succeeded" | "Incomplete" | "Refused" | "NotSent" | "Unknown";

export interface ApiCallField {
  name: string;
  value: string;
}

export interface ApiCallList {
  apiCalls: ApiCallView[];
}

export interface ApiCallOutput {
  name: string;
  label: string;
  expression: string;
  type: ApiCallValueType;
  required: boolean;
}

export interface ApiCallParameter {
  name: string;
  label: string;
  type: ApiCallValueType;
  required: boolean;
  default: JsonElement | null;
}

export interface ApiCallRequest {
  apiCall?: ApiCallDefinition;
  edition?: number | null;
}

export interface ApiCallRun {
  end: ApiCallEnd;
  isRecorded: boolean;
  request: SentRequest | null;
  status: number | null;
  responseHeaders: ApiCallField[];
  responseBody: string | null;
  milliseconds: number;
  outputs: OutputPreview[];
  reason: string | null;
  retryAfter: string | null;
}

export interface ApiCallTrial {
  name?: string | null;
  apiCall?: ApiCallDefinition | null;
  parameters?: JsonElement | null;
  recorded?: RecordedAnswer | null;
}

export type ApiCallValueType = "text" | "number" | "boolean" | "json";

export interface ApiCallView {
  apiCall: ApiCallDefinition;
  usedBy: string[];
  edition: number;
  changedAt: string;
}

export interface AuditList {
  entries: AuditRecord[];
  next: number | null;
}

export interface AuditRecord {
  number: number;
  at: string;
  actor: string;
  what: string;
  subject: string | null;
  details: string | null;
}

export interface Authorization {
  type: AuthorizationKind;
  user: string | null;
  header: string | null;
  query: string | null;
  tokenUrl: string | null;
  authorizationUrl: string | null;
  clientId: string | null;
  clientInBody: boolean;
  scope: string | null;
  audience: string | null;
  issuer: string | null;
  subject: string | null;
  keyId: string | null;
}

export type AuthorizationKind = "none" | "basic" | "bearer" | "api-key" | "oauth2-client-credentials" | "oauth2-authorization-code" | "oauth2-password" | "jwt-bearer" | "mutual-tls";

export interface BackupRequest {
  path: string;
}

export interface BotDraftLine {
  number: number;
  savedAt: string;
  savedBy: string;
}

export interface BotEpisodesGone {
  episodes: number;
  events: number;
}

export interface BotLine {
  id: string;
  version: string;
  open: number;
  channels: string[];
  draft: BotDraftLine | null;
}

export interface BotList {
  bots: BotLine[];
}

export interface BotSource {
  name: string;
  files: Record<string, string>;
  actionSchemas: Record<string, string>;
  otherFiles: string[];
}

export interface CategoriesAnswer {
  edition: number | null;
  code: string | null;
  message: string | null;
  problems: CsvProblem[];
}

export interface CategoriesView {
  file: string | null;
  edition: number;
  changedAt: string | null;
  rows: CategoryRow[];
}

export interface CategoryEdition {
  edition: number;
  changedAt: string;
  file: string;
  rows: number;
}

export interface CategoryHistory {
  editions: CategoryEdition[];
}

export interface CategoryRow {
  category: string;
  subCategory: string;
  examples: string[];
}

export interface ChannelChoice {
  channels: StudioChannel[];
}

export interface Classification {
  candidates: IssueCategory[];
  confidence: number;
  isSure: boolean;
}

export interface ClassifyRequest {
  text?: string;
}

export interface ClientList {
  clients: ClientView[];
}

export interface ClientView {
  id: string;
  name: string;
  permissions: string[];
  upnDomains: string[];
  createdAt: string;
  revokedAt: string | null;
  previousSecretUntil: string | null;
}

export interface ConversationLine {
  key: string;
  instance: string;
  conversationId: string;
  sequence: number;
  owner: Owner;
  beganAt: string;
  changedAt: string;
  episode: EpisodeView | null;
}

export interface ConversationList {
  conversations: ConversationLine[];
  next: string | null;
}

export interface ConversationView {
  conversation: ConversationLine;
  person: string | null;
  personId: string | null;
  ownerEpoch: number;
  language: string;
  episodes: Episode[];
  waitsFor: string | null;
  dialogs: string[];
  desk: DeskView | null;
  desks: string[];
  timers: Timer[];
  wakeAt: string | null;
  events: EventView[];
  effects: EffectView[];
}

export interface Credential {
  name: string;
  description: string;
  baseUrl: string | null;
  authorization: Authorization;
  allowPrivate: boolean;
  testResource: string;
  authorities: string | null;
}

export interface CredentialList {
  credentials: CredentialView[];
}

export interface CredentialRequest {
  credential?: Credential;
  secrets?: CredentialSecrets;
  withoutTest?: boolean;
  edition?: number | null;
}

export interface CredentialSecrets {
  password: string | null;
  token: string | null;
  key: string | null;
  clientSecret: string | null;
  privateKey: string | null;
  certificate: string | null;
  refreshToken: string | null;
  accessToken: string | null;
  accessTokenEndsAt: string | null;
}

export interface CredentialTest {
  passed: boolean;
  status: number | null;
  message: string;
  milliseconds: number;
}

export interface CredentialView {
  credential: Credential;
  protocol: string;
  secrets: string[];
  usedBy: string[];
  edition: number;
  changedAt: string;
  keyId: string | null;
  problem: string | null;
}

export interface CsvProblem {
  line: number;
  message: string;
}

export interface CurlImport {
  apiCall: ApiCallDefinition;
  baseUrl: string | null;
  authorization: Authorization;
  notes: string[];
  problem: string | null;
}

export interface CurlRequest {
  curl?: string;
}

export interface DatabaseReport {
  engine: string;
  schema: number;
  counts: Record<string, number>;
  problems: string[];
}

export interface DeskView {
  connection: string;
  agent: string | null;
  position: number | null;
  movingTo: string | null;
  refusal: string | null;
  operator: string | null;
}

export interface DialogPath {
  bot: string;
  dialogs: string[];
  isCut: boolean;
  outcome: EpisodeOutcome | null;
  count: number;
}

export interface DraftRequest {
  number: number;
  files: Record<string, string>;
}

export interface DraftSaved {
  number: number;
}

export interface DraftView {
  bot: string;
  number: number;
  savedAt: string | null;
  savedBy: string | null;
  files: Record<string, string>;
  live: Record<string, string> | null;
}

export interface DropRequest {
  reason: string;
}

export interface EffectList {
  effects: EffectView[];
  next: string | null;
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
  node: number;
}

export interface Episode {
  number: number;
  bot: string;
  version: string;
  began: string;
  isNew: boolean;
  ended: string | null;
  outcome: EpisodeOutcome | null;
  reason: string | null;
  type: EpisodeType | null;
  category: string | null;
  ticket: string | null;
  ticketUrl: string | null;
}

export interface EpisodeCounts {
  total: EpisodeTally;
  stretches: EpisodeTally[];
}

export interface EpisodeLine {
  key: string;
  number: number;
  instance: string;
  conversationId: string;
  person: string | null;
  principalName: string | null;
  bot: string;
  version: string;
  isOpen: boolean;
  outcome: EpisodeOutcome | null;
  reason: string | null;
  owner: Owner;
  language: string;
  beganAt: string;
  endedAt: string | null;
  changedAt: string;
  turns: number;
  type: EpisodeType | null;
  category: string | null;
  ticket: string | null;
  ticketUrl: string | null;
}

export interface EpisodeList {
  episodes: EpisodeLine[];
  next: string | null;
}

export type EpisodeOutcome = "Resolved" | "Escalated" | "Abandoned";

export interface EpisodeTally {
  from: string | null;
  open: number;
  resolved: number;
  escalated: number;
  abandoned: number;
}

export type EpisodeType = "Incident" | "Request" | "Question" | "SecurityConcern" | "NonSupport";

export interface EpisodeView {
  number: number;
  state: string;
  outcome: EpisodeOutcome | null;
  reason: string | null;
  type: EpisodeType | null;
  category: string | null;
  ticket: string | null;
  ticketUrl: string | null;
  began: string;
  ended: string | null;
}

export interface ErasureReport {
  reference: string;
  conversations: number;
  turns: number;
  files: number;
  people: number;
  auditEntries: number;
  underWay: string[];
  isDone: boolean;
}

export interface EscalationParameter {
  name: string;
  source: EscalationSource;
  value: string | null;
  apiCall: string | null;
  output: string | null;
}

export interface EscalationRequest {
  settings?: EscalationSettings;
  edition?: number | null;
}

export interface EscalationSettings {
  apiCall: string;
  findCall: string | null;
  addCall: string | null;
  parameters: EscalationParameter[];
  fallback: FallbackSettings;
  categoryConfidence: number;
}

export type EscalationSource = "constant" | "person" | "shortDescription" | "description" | "workNotes" | "assignmentGroup" | "category" | "subCategory" | "configurationItem" | "transcriptText" | "transcriptHtml" | "variable" | "jsonata" | "correlationId" | "lookup";

export interface EscalationView {
  settings: EscalationSettings | null;
  edition: number;
  changedAt: string | null;
  problems: SettingProblem[];
}

export interface EventView {
  sequence: number;
  at: string;
  what: string;
  fault: string | null;
  said: string | null;
  answered: string | null;
}

export interface Exchange {
  at: string;
  milliseconds: number;
  apiCall: string | null;
  method: string;
  address: string;
  status: number | null;
  reason: string | null;
  request: string | null;
  response: string | null;
}

export interface FallbackSettings {
  url: string | null;
  texts: Record<string, string>;
  unknownTexts: Record<string, string>;
}

export interface FilesRequest {
  name: string;
  files: Record<string, string>;
}

export interface Finding {
  code: string;
  level: FindingLevel;
  at: SourceLocation;
  message: string;
  remedy: string;
}

export type FindingLevel = "Error" | "Warning" | "Note";

export interface FindingList {
  findings: Finding[];
}

export interface FirstRequest {
  code: string;
  name: string;
  display: string;
  password: string;
}

export interface FolderRequest {
  folder: string;
}

export interface HandoverTimes {
  count: number;
  medianWait: number | null;
  longWait: number | null;
  medianHeld: number | null;
}

export interface HeldEffects {
  count: number;
}

export interface InsightView {
  looked: number;
  isAll: boolean;
  gone: number;
  understood: number;
  missed: number;
  intents: IntentCount[];
  sentences: MissedSentence[] | null;
  handovers: HandoverTimes;
  paths: DialogPath[];
}

export interface InstallRequest {
  digest: string;
}

export interface InstanceAnswer {
  isSaved: boolean;
  status: PluginStatus | null;
  reason: string | null;
  findings: Finding[];
}

export interface InstanceDetails {
  name: string;
  kind: InstanceKind;
  plugin: string;
  bot: string | null;
  allowPrivate: boolean;
  isEnabled: boolean;
  settings: JsonElement;
  secrets: string[];
  edition: string;
}

export type InstanceKind = "Channel" | "Connection" | "Action";

export interface InstanceRequest {
  kind: InstanceKind;
  plugin: string;
  bot: string | null;
  allowPrivate: boolean;
  isEnabled: boolean;
  settings: JsonElement;
  edition?: string | null;
}

export interface InstanceView {
  id: string;
  kind: InstanceKind;
  plugin: string;
  status: PluginStatus;
  reason: string | null;
  bot: string | null;
  remedies: string[] | null;
  isFixed: boolean;
  isEnabled: boolean;
  webhookUrl: string | null;
}

export interface IntentCount {
  bot: string;
  intent: string;
  count: number;
}

export interface IntentTrialRequest {
  name: string;
  files: Record<string, string>;
  language: string;
  text: string | null;
}

export interface IssueCategory {
  category: string;
  subCategory: string;
}

export type JsonElement = unknown;

export type JsonObject = Record<string, unknown>;

export interface MissedSentence {
  bot: string;
  language: string;
  text: string;
  count: number;
  conversation: string;
}

export interface NewAccessToken {
  token: AccessTokenView;
  secret: string;
}

export interface NewClientRequest {
  name: string | null;
  permissions: string[] | null;
  upnDomains: string[] | null;
}

export interface NewSecret {
  clientId: string;
  secret: string;
}

export interface NewToken {
  token: string;
}

export interface NodePlugin {
  id: string;
  version: string;
  digest: string;
  status: PluginStatus;
}

export interface NodePlugins {
  node: string;
  isHere: boolean;
  plugins: NodePlugin[];
}

export interface OfferList {
  offers: OfferView[];
}

export interface OfferView {
  kind: PluginKind;
  id: string;
  name: string;
  schema: JsonObject | null;
}

export type OutboxStatus = "Pending" | "Claimed" | "WaitingForAnswer" | "Started" | "Delivered" | "Failed" | "Unknown" | "Answered" | "Cancelled";

export interface OutputPreview {
  name: string;
  value: JsonElement | null;
  problem: string | null;
  code: string | null;
  position: number | null;
}

export type Owner = "Bot" | "Queued" | "Provider" | "Closed";

export interface PartView {
  kind: string;
  text: string;
  choices: string[] | null;
  address: string | null;
  size: number | null;
}

export interface PasswordRequest {
  current: string;
  password: string;
}

export interface PersonAddressed {
  instance: string;
  id: string;
}

export interface PersonFace {
  who: PersonAddressed;
  name: string | null;
  principalName: string | null;
  email: string | null;
  identity: string | null;
  conversations: number;
  lastAt: string | null;
}

export interface PersonList {
  people: PersonFace[];
}

export interface PersonPreview {
  faces: PersonFace[];
  conversations: number;
  open: number;
  turns: number;
  tickets: number;
  files: number;
  remembered: number;
  auditEntries: number;
}

export interface PersonQuery {
  text: string;
  limit?: number | null;
}

export interface PersonRequest {
  people: PersonAddressed[] | null;
  conversations: string[] | null;
}

export interface PluginAnswer {
  plugins: PluginView[];
  misfits: StandingMisfit[];
}

export type PluginKind = "Channel" | "OffloadProvider" | "Action" | "Understanding";

export interface PluginList {
  plugins: PluginView[];
  instances: InstanceView[];
  mayInstall: boolean;
  nodes: NodePlugins[];
}

export interface PluginOffered {
  digest: string;
  id: string;
  name: string;
  version: string;
  kind: PluginKind;
  owner: string | null;
  contracts: string;
  permissions: JsonElement | null;
  files: number;
  bytes: number;
  replaces: string | null;
  misfits: StandingMisfit[];
}

export type PluginStatus = "Discovered" | "Disabled" | "Incompatible" | "NeedsSettings" | "Starting" | "Running" | "NotReady" | "CredentialsRejected" | "Faulted" | "Draining" | "Unloaded" | "UnloadPending";

export interface PluginView {
  id: string;
  version: string;
  kind: PluginKind;
  status: PluginStatus;
  reason: string | null;
  findings: string[];
  offers: string[];
  name: string;
  owner: string | null;
  contracts: string | null;
  lacks: string[];
  isInstalledHere: boolean;
  isSwitchedOff: boolean;
}

export interface PublishAnswer {
  release: Release | null;
  findings: Finding[];
}

export interface PublishRequest {
  name: string;
  files: Record<string, string>;
  note: string;
  move: ReleaseMove;
  allowUntranslated: boolean;
}

export type ReassignResult = "Moved" | "Refused" | "Asked" | "NotFound" | "NotRelayed" | "NoDesk" | "SameDesk";

export interface Reassignment {
  result: ReassignResult;
  connection: string | null;
  reason: string | null;
  desks: string[];
}

export interface RecordedAnswer {
  status: number;
  body: string;
}

export interface Release {
  bot: string;
  version: string;
  note: string;
  move: ReleaseMove;
  origin: ReleaseOrigin;
  number: number;
  at: string;
}

export type ReleaseMove = "Finish" | "NextQuestion" | "Restart";

export type ReleaseOrigin = "Folder" | "Published" | "RolledBack";

export interface ResealAnswer {
  count: number;
}

export interface RetentionLine {
  bot: string;
  days: number;
  isOwn: boolean;
  day: BotEpisodesGone;
  week: BotEpisodesGone;
}

export interface RetentionView {
  days: number;
  seenDays: number;
  most: number;
  bots: RetentionLine[];
}

export type Right = "Administer" | "SeeConversations" | "ReadTranscripts" | "ActOnConversations" | "SeeBots" | "EditBots" | "PublishBots" | "SeeChannels" | "EditChannels" | "SeeSupport" | "EditSupport" | "ManagePeople" | "ManagePlugins";

export type Role = "Reader" | "SupportAgent" | "ChannelOwner" | "Designer" | "Administrator";

export interface RollbackRequest {
  version: string | null;
  note: string;
  move: ReleaseMove;
}

export interface RotateRequest {
  overlapSeconds: number | null;
}

export interface SaveConflict {
  code: string;
  message: string;
  now: JsonElement | null;
  mine: JsonElement | null;
}

export interface SayRequest {
  text: string;
  key: string;
}

export interface SentRequest {
  method: string;
  address: string;
  headers: ApiCallField[];
  body: string | null;
}

export interface SessionView {
  name: string;
  display: string;
  role: Role;
  rights: Right[];
  csrf: string | null;
  bots: string[] | null;
  isVouchedFor: boolean;
}

export interface SettingProblem {
  field: string;
  message: string;
}

export interface SettingsAnswer {
  edition: number | null;
  code: string | null;
  message: string | null;
  problems: SettingProblem[];
  test: CredentialTest | null;
}

export interface SignInAnswer {
  address: string;
}

export interface SignInRequest {
  name: string;
  password: string;
}

export interface SignInWay {
  name: string;
  address: string;
}

export interface SignInWays {
  ways: SignInWay[];
}

export interface SignedOut {
  next: string;
}

export interface SourceLocation {
  file: string;
  line: number;
  column: number;
}

export interface StandingMisfit {
  bot: string;
  version: string;
  isLive: boolean;
  open: number;
  misfits: string[];
}

export type Stream = string;

export interface StudioChannel {
  id: string;
  name: string;
  canShow: boolean;
}

export interface StudioChoice {
  label: string;
  link: string | null;
}

export interface StudioEffect {
  kind: string;
  text: string;
  payload: string | null;
}

export interface StudioFile {
  name: string;
  mediaType: string;
}

export interface StudioInput {
  text: string | null;
  isPress: boolean;
  file: string | null;
  clock: string | null;
  agent: string | null;
  agentLeaves: boolean;
  result: string | null;
  name: string | null;
  isOffload: boolean;
  output: string | null;
  ticket: string | null;
  state: string | null;
}

export interface StudioIntent {
  name: string | null;
  score: number | null;
}

export interface StudioItem {
  title: string;
  subtitle: string | null;
  link: string | null;
  choices: StudioChoice[];
}

export interface StudioLine {
  who: string;
  actual: string | null;
  expected: string | null;
  isGood: boolean;
}

export interface StudioPart {
  kind: string;
  text: string | null;
  card: JsonElement | null;
  address: string | null;
  choices: StudioChoice[];
  items: StudioItem[];
}

export interface StudioPlace {
  dialog: string;
  isAction: boolean;
  step: string | null;
  file: string | null;
  line: number;
}

export interface StudioReply {
  text: string;
  choices: string[];
  shown: StudioShown[] | null;
}

export interface StudioScript {
  language: string | null;
  channel: string | null;
  start: StudioStart | null;
  lines: StudioInput[];
}

export interface StudioShown {
  parts: StudioPart[];
  payload: JsonElement | null;
  remarks: string[];
}

export interface StudioStart {
  dialog: string | null;
  variables: Record<string, unknown> | null;
}

export interface StudioTalk {
  findings: Finding[];
  turns: StudioTurn[];
  waitsFor: StudioWait | null;
  problems: string[];
  now: string | null;
  nextDueAt: string | null;
  owner: string | null;
  tickets: StudioTicket[];
  outcome: string | null;
}

export interface StudioTest {
  title: string;
  isGood: boolean;
  milliseconds: number;
  lines: StudioLine[];
  problems: string[];
}

export interface StudioTestDraft {
  path: string;
  text: string;
  findings: Finding[];
  played: StudioTest | null;
}

export interface StudioTestOrder {
  file: string;
  title: string;
  variables: string[] | null;
  calls: boolean;
  ended: boolean;
}

export interface StudioTests {
  findings: Finding[];
  tests: StudioTest[];
  visited: string[];
}

export interface StudioTicket {
  number: string;
  state: string | null;
}

export interface StudioTurn {
  line: number;
  at: string;
  kind: string;
  said: string;
  file: StudioFile | null;
  intent: StudioIntent | null;
  steps: StudioPlace[];
  replies: StudioReply[];
  effects: StudioEffect[];
  variables: StudioValue[];
  before: StudioPlace[];
  after: StudioPlace[];
  fault: string | null;
}

export interface StudioValue {
  name: string;
  dialog: string | null;
  before: string | null;
  after: string | null;
  hasChanged: boolean;
}

export interface StudioWait {
  name: string;
  isOffload: boolean;
  results: string[];
  input: string | null;
}

export interface SwitchRequest {
  isOn: boolean;
}

export interface TalkRequest {
  name: string;
  files: Record<string, string>;
  script: StudioScript;
  order?: StudioTestOrder | null;
}

export type TextsFormat = "Csv" | "Xliff";

export interface TextsRequest {
  name: string;
  files: Record<string, string>;
  language: string | null;
  format: TextsFormat | null;
  content: string | null;
  texts: Record<string, string> | null;
}

export interface TicketRequest {
  number: string | null;
  state?: string | null;
  url?: string | null;
  id?: string | null;
}

export interface Timer {
  name: string;
  dueAt: string;
  generation: number;
}

export interface Transcript {
  turns: TranscriptTurn[];
  before: number | null;
}

export interface TranscriptEffect {
  address: string;
  kind: string;
  status: OutboxStatus;
  attempts: number;
  mayHaveArrived: boolean;
  createdAt: string;
  parts: PartView[] | null;
  agent: string | null;
}

export interface TranscriptTurn {
  sequence: number;
  at: string;
  what: string;
  fault: string | null;
  said: PartView[] | null;
  effects: TranscriptEffect[];
  exchanges: Exchange[];
}

export interface VersionLine {
  release: Release;
  isLive: boolean;
  open: number;
  misfits: string[] | null;
}

export interface VersionList {
  bot: string;
  isOff: boolean;
  versions: VersionLine[];
}

export interface ViewLine {
  name: string;
  query: string;
  isShared: boolean;
}

export interface ViewList {
  views: ViewLine[];
}

export interface ViewRequest {
  query: string;
  isShared?: boolean;
}

export interface WhyAnswer {
  lines: WhyLine[];
}

export interface WhyLine {
  name: string;
  value: string;
}
