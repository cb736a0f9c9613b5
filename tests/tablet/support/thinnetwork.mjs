// The network between a ward and the desk: counts what goes over it, and can be thin, slow or cut.
import { connect, createServer } from 'node:net';

const step = 1024; // bytes that are delayed as one

export class ThinNetwork {
  // `rate` in bytes/s for all connections together, `latency` of a round trip in ms; without them as fast as it goes. With
  // `isSecure` what goes over it is encrypted, and requests cannot be counted.
  constructor(port, { rate = Infinity, latency = 0, isSecure = false } = {}) {
    Object.assign(this, { target: port, rate, latency, isSecure, received: 0, requests: 0, free: 0, isCut: false, sockets: new Set() });
  }

  async start() {
    this.server = createServer(client => this.join(client));
    await new Promise(done => this.server.listen(0, '127.0.0.1', done));
    this.port = this.server.address().port;
    this.address = `${this.isSecure ? 'https' : 'http'}://127.0.0.1:${this.port}`;
    return this;
  }

  // From here on, zero.
  count() {
    const { received, requests } = this;
    this.received = 0;
    this.requests = 0;
    return { received, requests };
  }

  cut() {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend() {
    this.isCut = false;
  }

  join(client) {
    client.on('error', () => {});
    if (this.isCut) return client.destroy();
    const desk = connect(this.target, '127.0.0.1');
    desk.on('error', () => client.destroy());
    for (const socket of [client, desk]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => {
        this.sockets.delete(socket);
        (socket === client ? desk : client).end();
      });
    }
    // The handshake is a round trip of its own.
    let open = Date.now() + this.latency;
    client.on('data', data => {
      this.requests += data.toString('latin1').split(/\r\nhost:/i).length - 1;
      open = Math.max(open, Date.now());
      setTimeout(() => desk.write(data), open - Date.now() + this.latency / 2);
    });
    desk.on('data', data => {
      this.received += data.length;
      for (let start = 0; start < data.length; start += step) this.deliver(client, data.subarray(start, start + step));
    });
  }

  deliver(client, piece) {
    const now = Date.now();
    this.free = Math.max(now, this.free) + (piece.length / this.rate) * 1000;
    setTimeout(() => client.write(piece), this.free - now + this.latency / 2);
  }

  async stop() {
    this.cut();
    await new Promise(done => this.server.close(done));
  }
}
