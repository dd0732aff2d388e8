/** What `docs/admin-api.md` writes down. Fields that are null are left out of answers. */

export interface SettingsProblem {
  field: string;
  message: string;
}

export interface CredentialTest {
  passed: boolean;
  status?: number;
  message?: string;
  milliseconds: number;
}

export interface SettingsAnswer {
  edition?: number;
  code?: string;
  message?: string;
  problems: SettingsProblem[];
  test?: CredentialTest;
}

export interface Authorization {
  type: string;
  [field: string]: unknown;
}

export interface Credential {
  name: string;
  description?: string;
  baseUrl: string;
  allowPrivate?: boolean;
  testResource?: string | null;
  authorities?: string | null;
  authorization: Authorization;
}

export interface CredentialView {
  credential: Credential;
  protocol: string;
  secrets: string[];
  usedBy: string[];
  edition: number;
  changedAt: string;
  problem?: string;
}

export interface ApiCallParameter {
  name: string;
  label?: string;
  type: string;
  required: boolean;
  default?: string | null;
}

export interface ApiCallOutput {
  name: string;
  label?: string;
  expression: string;
  type: string;
  required: boolean;
}

export interface ApiCallField {
  name: string;
  value: string;
}

export interface ApiCall {
  name: string;
  description?: string;
  credential: string;
  parameters: ApiCallParameter[];
  method: string;
  resource: string;
  query: ApiCallField[];
  headers: ApiCallField[];
  payload?: string | null;
  timeoutSeconds: number;
  outputs: ApiCallOutput[];
}

export interface ApiCallView {
  apiCall: ApiCall;
  usedBy: string[];
  edition: number;
  changedAt: string;
}

export interface ApiCallRun {
  end: string;
  isRecorded: boolean;
  status?: number;
  milliseconds?: number;
  reason?: string;
  request?: { method: string; address: string; headers: ApiCallField[]; body?: string };
  responseHeaders?: ApiCallField[];
  responseBody?: string;
  outputs: { name: string; value?: unknown; problem?: string }[];
}

export interface CategoriesView {
  file?: string;
  edition: number;
  changedAt?: string;
  rows: { category: string; subCategory: string; examples: string[] }[];
}

export interface EscalationParameter {
  name: string;
  source: string;
  value?: string | null;
  apiCall?: string | null;
  output?: string | null;
}

export interface EscalationSettings {
  apiCall: string;
  findCall?: string | null;
  addCall?: string | null;
  parameters: EscalationParameter[];
  fallback: { url: string; texts: Record<string, string>; unknownTexts: Record<string, string> };
  categoryConfidence: number;
}

export interface EscalationView {
  settings?: EscalationSettings;
  edition: number;
  changedAt?: string;
  problems: SettingsProblem[];
}
