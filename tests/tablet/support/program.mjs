// The program itself, serving an invented hospital from a folder of its own.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './walk.mjs';

const program = process.env.ACCUEIL_PROGRAM;
const password = 'Trois-pirogues-bleues-9';

export class Program {
  // With `isSecure` it serves over HTTPS, with a certificate that `trust` (of Chromium's arguments) makes a browser take.
  constructor({ isSecure = false } = {}) {
    if (!program) throw new Error('ACCUEIL_PROGRAM must name the program');
    this.folder = mkdtempSync(join(tmpdir(), 'accueil-tablet-'));
    this.port = 0;
    this.isSecure = isSecure;
    if (isSecure) this.makeCertificate();
  }

  makeCertificate() {
    this.certificate = join(this.folder, 'certificate.pem');
    this.privateKey = join(this.folder, 'key.pem');
    const openssl = (...words) => execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'ignore'] });
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', '-subj', '/CN=127.0.0.1',
      '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', this.privateKey, '-out', this.certificate);
    const spki = new X509Certificate(readFileSync(this.certificate)).publicKey.export({ type: 'spki', format: 'der' });
    this.trust = [`--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`];
  }

  async start() {
    const environment = { ...process.env, ACCUEIL_KEY_FILE: join(this.folder, 'key'), QT_QPA_PLATFORM: 'offscreen' };
    // Nothing of the machine that runs the tests: a developer's settings must not reach it.
    for (const name of ['DATABASE_URL', 'DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY']) delete environment[name];
    if (this.isSecure) Object.assign(environment, { ACCUEIL_TLS_CERTIFICATE: this.certificate, ACCUEIL_TLS_KEY: this.privateKey });
    this.run = spawn(program, ['serve', '--port', String(this.port), '--data-dir', join(this.folder, 'data')],
      { cwd: this.folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [this.run.stdout, this.run.stderr]) stream.on('data', data => (said += data));
    this.run.on('exit', code => (said += `ended with ${code}`));
    await until(() => /listening on https?:\/\/[^\s]+:\d+/.test(said) || said.includes('ended with'), 'the program listens', 60_000);
    const found = /listening on https?:\/\/[^\s]+:(\d+)/.exec(said);
    if (!found) throw new Error(said);
    this.port = Number(found[1]);
    this.address = `${this.isSecure ? 'https' : 'http'}://127.0.0.1:${this.port}`;
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
    const bytes = body && (Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)));
    const answer = await this.ask(method, path, headers, bytes);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    if (answer.status === 204) return null;
    return (answer.headers['content-type'] ?? '').includes('json') ? JSON.parse(answer.body) : answer.body;
  }

  // {status, headers, body}; of the certificate of the tests nothing is asked here.
  ask(method, path, headers = {}, bytes = null) {
    return new Promise((resolve, reject) => {
      const asking = (this.isSecure ? https : http).request(this.address + path, { method, headers, rejectUnauthorized: false }, async answer => {
        const pieces = await answer.toArray().catch(reject);
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces ?? []) });
      });
      asking.on('error', reject);
      asking.end(bytes);
    });
  }

  // A new tablet: {id, code...}.
  addDevice(name = 'Maternité, salle 2', ward = 'Maternité') {
    return this.call('POST', '/api/devices', { name, ward });
  }

  get version() {
    return this.ask('GET', '/tablet/').then(({ body }) => /data-version="(\w+)"/.exec(body)[1]);
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
