/** A refusal of the host: what is wrong, and how to mend it, in the host's own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Of a save that came too late: what is there now, as the address to read it answers; null when it is gone. */
    readonly now?: unknown,
    /** Of such a save: what the request brought, where the page cannot read that by itself. */
    readonly mine?: unknown,
  ) {
    super(message);
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

let csrf = "";
let onSignedOut: () => void = () => {};

export function setCsrf(value: string | null | undefined): void {
  csrf = value ?? "";
}

/** Called when the host says that nobody is signed in any more. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

async function request(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") {
    headers["X-Spark-Csrf"] = csrf;
  }

  let content: BodyInit | null = null;
  if (body instanceof Blob) {
    headers["Content-Type"] = body.type || "application/octet-stream";
    content = body;
  } else if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    content = JSON.stringify(body);
  }

  let response: Response;
  try {
    response = await fetch(`/api/admin${path}`, { method, headers, body: content, signal: signal ?? null, credentials: "same-origin" });
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === "AbortError") {
      throw problem;
    }

    throw new ApiError(0, "", "The host cannot be reached. Check that it runs and that you are connected, then try again.");
  }

  return response;
}

async function refusal(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const said = JSON.parse(text) as { code?: string; message?: string; now?: unknown; mine?: unknown };
    return new ApiError(response.status, said.code ?? "", said.message ?? text, said.now, said.mine);
  } catch {
    return new ApiError(response.status, "", text || `The host answered with ${response.status}.`);
  }
}

export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await request(method, path, body, signal);
  if (response.ok) {
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  const problem = await refusal(response);
  if (problem.status === 401 && path !== "/session") {
    onSignedOut();
  }

  throw problem;
}

/** Asks for a file, and lets the browser keep it under the name that the host gives. */
export async function download(path: string, body: unknown): Promise<void> {
  const response = await request("POST", path, body);
  if (!response.ok) {
    throw await refusal(response);
  }

  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "download";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** As `call`, for answers that are a text. */
export async function callText(method: Method, path: string, body: unknown): Promise<string> {
  const response = await request(method, path, body);
  if (response.ok) {
    return await response.text();
  }

  throw await refusal(response);
}

/** As `call`, for answers that carry their findings in a refusal. */
export async function callWithFindings<T>(method: Method, path: string, body: unknown): Promise<T> {
  const response = await request(method, path, body);
  if (response.ok || response.status === 422) {
    return (await response.json()) as T;
  }

  throw await refusal(response);
}

export function query(values: Record<string, string | number | null | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") {
      parameters.set(name, String(value));
    }
  }

  const text = parameters.toString();
  return text ? `?${text}` : "";
}
