// A desk that is made of glass: it serves the page and answers as the program does (tests with the real one are beside this),
// and can lose answers, be slow, refuse, and tell what it was asked.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', webmanifest: 'application/manifest+json' };

export const sampleConfiguration = {
  device: { id: 3, name: 'Maternité, salle 2', ward: 'Maternité' },
  hospital: { name: 'Hôpital Général de Douala' },
  languages: ['fr', 'en', 'dua', 'bas', 'ewo'],
  questions: ['treatment_satisfaction', 'communication_rating', 'facility_rating', 'overall_experience'],
  callback_offered: true,
  texts: {},
  prompts: [],
  pin: null,
  idle: { ask_seconds: 60, wipe_seconds: 75 },
};

export class Desk {
  constructor(folder, configuration = sampleConfiguration) {
    this.folder = folder;
    this.version = readFileSync(join(folder, 'version'), 'utf8');
    this.configuration = configuration;
    this.rows = new Map(); // client_id -> {item, audio: Buffer}
    this.bodies = []; // of every sync, as they were understood
    this.tokens = new Set();
    this.codes = new Set(['7K4Q2MXD']);
    this.prompts = new Map();
    this.requests = [];
    this.spoil = () => null; // (request) -> 'lose' | 'drop' | {status, body} | null
  }

  async start(port = 0) {
    this.server = createServer((request, response) => this.answer(request, response).catch(error => {
      console.error(error);
      response.destroy();
    }));
    await new Promise(done => this.server.listen(port, '127.0.0.1', done));
    this.port = this.server.address().port;
    this.address = `http://127.0.0.1:${this.port}`;
    return this;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  page(path) {
    const versioned = `/tablet/${this.version}/`;
    const name = path === '/tablet/' ? 'index.html' : path.startsWith(versioned) ? path.slice(versioned.length) : path.slice('/tablet/'.length);
    const isEntry = name === 'index.html' || name === 'sw.js';
    if (isEntry === path.startsWith(versioned) || !/^[\w.-]+$/.test(name)) return null;
    const headers = {
      'Content-Type': types[name.split('.').pop()], 'Content-Security-Policy': readFileSync(join(this.folder, 'policy'), 'utf8'),
      'Cache-Control': isEntry ? 'no-cache' : 'public, max-age=31536000, immutable',
    };
    return { status: 200, body: readFileSync(join(this.folder, name)), headers };
  }

  async answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    let body = Buffer.concat(chunks);
    const { pathname, searchParams } = new URL(request.url, this.address);
    this.requests.push(`${request.method} ${pathname}`);
    const fault = this.spoil({ method: request.method, path: pathname });
    if (fault === 'drop') return response.destroy();
    if (request.headers['content-encoding'] === 'gzip') body = gunzipSync(body);
    const reply = (typeof fault === 'object' && fault) || this.route(request, pathname, searchParams, body);
    if (fault === 'lose') return response.destroy();
    const bytes = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body === undefined ? '' : JSON.stringify(reply.body));
    response.writeHead(reply.status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...reply.headers });
    response.end(bytes);
  }

  route(request, path, query, body) {
    if (path.startsWith('/tablet/')) return this.page(path) ?? { status: 404, body: {} };
    if (path === '/api/tablet/pair') return this.pair(JSON.parse(body));
    if (!this.tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''))) return { status: 401, body: { title: 'unauthenticated' } };
    if (path === '/api/tablet/configuration') return this.configured(request);
    if (path.startsWith('/api/tablet/prompts/')) return { status: 200, body: this.prompts.get(path.split('/').pop()) };
    if (path === '/api/sync') return this.sync(JSON.parse(body));
    const [, clientId] = /^\/api\/sync\/([0-9a-f-]{36})\/audio$/.exec(path) ?? [];
    return clientId ? this.piece(this.rows.get(clientId), Number(query.get('offset')), body) : { status: 404, body: {} };
  }

  pair({ code }) {
    if (!this.codes.delete(code)) return { status: 404, body: { title: 'notFound' } };
    const token = `token-${this.tokens.size + 1}-${code}`;
    this.tokens.add(token);
    return { status: 201, body: { token, device: this.configuration.device } };
  }

  configured(request) {
    const etag = `"${createHash('sha256').update(JSON.stringify(this.configuration)).digest('hex').slice(0, 12)}"`;
    if (request.headers['if-none-match'] === etag) return { status: 304 };
    return { status: 200, body: this.configuration, headers: { ETag: etag } };
  }

  sync(body) {
    this.bodies.push(body);
    const items = body.items.map(({ audio, ...item }) => {
      const known = this.rows.get(item.client_id);
      if (!known) this.rows.set(item.client_id, { item, promised: audio ?? null, audio: Buffer.alloc(0), isComplete: !audio });
      const row = this.rows.get(item.client_id);
      return { client_id: item.client_id, status: known ? 'known' : 'created', id: 1, errors: [], audio: { received: row.audio.length, complete: row.isComplete } };
    });
    return { status: 200, body: { server_time: new Date().toISOString(), items } };
  }

  piece(row, offset, bytes) {
    if (!row) return { status: 404, body: {} };
    if (bytes.length > 32768) return { status: 413, body: {} };
    if (offset !== row.audio.length) return { status: 409, body: { received: row.audio.length } };
    row.audio = Buffer.concat([row.audio, bytes]);
    if (row.audio.length >= row.promised.size) {
      if (createHash('sha256').update(row.audio).digest('hex') !== row.promised.sha256) {
        row.audio = Buffer.alloc(0);
        return { status: 422, body: { received: 0 } };
      }
      row.isComplete = true;
    }
    return { status: 200, body: { received: row.audio.length, complete: row.isComplete } };
  }
}
