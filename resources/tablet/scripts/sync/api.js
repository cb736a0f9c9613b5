// One request to the server that served the page. Unreachable when no whole answer came, Refused for an answer of 400 and above.
const worthPacking = 1024; // bytes
const patience = 60_000; // ms; a piece of a recording takes seconds on a thin network

export class Unreachable extends Error {}
export class Refused extends Error {
  constructor(status, problem, retryAfter) {
    super(`refused with ${status}`);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter; // s, or null
  }
}

async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function bodyOf({ json, bytes, pack = true }) {
  if (bytes) return { body: bytes, headers: { 'Content-Type': 'application/octet-stream' } };
  if (!json) return { headers: {} };
  const headers = { 'Content-Type': 'application/json' };
  const plain = new TextEncoder().encode(JSON.stringify(json));
  if (!pack || plain.length <= worthPacking || !('CompressionStream' in globalThis)) return { body: plain, headers };
  return { body: await packed(plain), headers: { ...headers, 'Content-Encoding': 'gzip' } };
}

// {status, etag, body}: the body read as `as` ('json' or 'bytes'); null where there is none (304).
export async function call(method, path, { token, etag, as = 'json', ...content } = {}) {
  const { body, headers } = await bodyOf(content);
  if (token) headers.Authorization = `Bearer ${token}`;
  if (etag) headers['If-None-Match'] = etag;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch(path, { method, headers, body, cache: 'no-store', credentials: 'omit', signal: abort.signal });
    if (answer.status >= 400) {
      const problem = await answer.json().catch(() => ({}));
      const after = Number.parseInt(answer.headers.get('Retry-After'), 10);
      throw new Refused(answer.status, problem, Number.isNaN(after) ? null : after);
    }
    const isEmpty = answer.status === 304 || answer.status === 204;
    const read = isEmpty ? null : as === 'bytes' ? await answer.arrayBuffer() : await answer.json();
    return { status: answer.status, etag: answer.headers.get('ETag'), body: read };
  } catch (error) {
    throw error instanceof Refused ? error : new Unreachable(error.message);
  } finally {
    clearTimeout(timer);
  }
}
