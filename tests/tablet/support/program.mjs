// The program itself, serving an invented hospital from a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './walk.mjs';

const program = process.env.ACCUEIL_PROGRAM;
const password = 'Trois-pirogues-bleues-9';

export class Program {
  constructor() {
    if (!program) throw new Error('ACCUEIL_PROGRAM must name the program');
    this.folder = mkdtempSync(join(tmpdir(), 'accueil-tablet-'));
    this.port = 0;
  }

  async start() {
    const environment = { ...process.env, ACCUEIL_KEY_FILE: join(this.folder, 'key'), QT_QPA_PLATFORM: 'offscreen' };
    // Nothing of the machine that runs the tests: a developer's settings must not reach it.
    for (const name of ['DATABASE_URL', 'DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY']) delete environment[name];
    this.run = spawn(program, ['serve', '--port', String(this.port), '--data-dir', join(this.folder, 'data')],
      { cwd: this.folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [this.run.stdout, this.run.stderr]) stream.on('data', data => (said += data));
    this.run.on('exit', code => (said += `ended with ${code}`));
    await until(() => /listening on http:\/\/[^\s]+:\d+/.test(said) || said.includes('ended with'), 'the program listens', 60_000);
    const found = /listening on http:\/\/[^\s]+:(\d+)/.exec(said);
    if (!found) throw new Error(said);
    this.port = Number(found[1]);
    this.address = `http://127.0.0.1:${this.port}`;
    return this;
  }

  // The administrator, whom the first call makes.
  async signIn() {
    await this.call('POST', '/api/auth/register', { username: 'directrice', email: 'directrice@example.org', password, role: 'admin' });
    const { access_token: token } = await this.call('POST', '/api/auth/login', { username: 'directrice', password });
    this.token = token;
    return this;
  }

  // `type` is that of a body of bytes; anything else is sent as JSON.
  async call(method, path, body, type = 'application/json') {
    const headers = { ...(this.token && { Authorization: `Bearer ${this.token}` }), ...(body && { 'Content-Type': type }) };
    const bytes = body && (Buffer.isBuffer(body) ? body : JSON.stringify(body));
    const answer = await fetch(this.address + path, { method, headers, body: bytes });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    if (answer.status === 204) return null;
    const answered = answer.headers.get('content-type') ?? '';
    return answered.includes('json') ? answer.json() : Buffer.from(await answer.arrayBuffer());
  }

  // A new tablet: {id, code...}.
  addDevice(name = 'Maternité, salle 2', ward = 'Maternité') {
    return this.call('POST', '/api/devices', { name, ward });
  }

  get version() {
    return fetch(`${this.address}/tablet/`).then(answer => answer.text()).then(text => /data-version="(\w+)"/.exec(text)[1]);
  }

  async stop(signal = 'SIGTERM') {
    if (!this.run || this.run.exitCode !== null) return;
    const ended = new Promise(done => this.run.once('exit', done));
    this.run.kill(signal);
    await ended;
  }

  async remove() {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const licenceOf = name => readFileSync(name, 'utf8');
