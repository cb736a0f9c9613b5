// Records one take with the tablet's microphone: Opus at about 20 kbit/s, 55 s at the most (Google's recogniser takes a minute),
// with the loudness for the meter.
export const longestTake = 55; // s
const bitRate = 20_000; // bit/s
const mediaTypes = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
const meterPause = 100; // ms

export class Recorder {
  // `heard(level, seconds)` ten times a second, level 0-1; `ended(take)` with {bytes, mediaType, seconds}, or null where
  // nothing was recorded.
  constructor({ heard, ended }) {
    this.heard = heard;
    this.ended = ended;
    this.stream = null;
    this.stopping = null;
    this.isDiscarded = false;
  }

  // Until the take is there: what is still being gathered is no end yet.
  get isRecording() {
    return this.stream !== null || this.stopping !== null;
  }

  // Rejects with a DOMException: NotAllowedError, NotFoundError..., and AbortError where it was discarded before somebody said
  // whether the microphone is allowed. Whatever goes wrong, the microphone is off then.
  async start() {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
    this.stream = stream;
    try {
      if (this.isDiscarded) throw new DOMException('discarded', 'AbortError');
      this.record(stream);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  record(stream) {
    const mimeType = mediaTypes.find(type => MediaRecorder.isTypeSupported(type));
    this.recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitRate });
    this.pieces = [];
    this.recorder.addEventListener('dataavailable', event => event.data.size > 0 && this.pieces.push(event.data));
    this.finished = new Promise(resolve => this.recorder.addEventListener('stop', resolve, { once: true }));
    // A microphone that is pulled out ends the take like a touch.
    stream.getAudioTracks()[0].addEventListener('ended', () => this.stop());
    this.recorder.start(1000);
    this.startedAt = performance.now();
    this.listen(stream);
  }

  listen(stream) {
    this.context = new AudioContext();
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 2048;
    this.context.createMediaStreamSource(stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
      // -50 dB is a quiet room, -10 dB a voice close by.
      const decibels = 10 * Math.log10(power + 1e-9);
      const seconds = (performance.now() - this.startedAt) / 1000;
      this.heard(Math.min(1, Math.max(0, (decibels + 50) / 40)), Math.min(seconds, longestTake));
      if (seconds >= longestTake) this.stop();
    }, meterPause);
  }

  // The take, also given to ended(); of two calls the second waits for the first.
  async stop() {
    if (this.stopping) return this.stopping;
    if (!this.stream) return this.last ?? null;
    this.stopping = this.finish().finally(() => (this.stopping = null));
    return this.stopping;
  }

  async finish() {
    const seconds = Math.min(longestTake, (performance.now() - this.startedAt) / 1000);
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    await this.finished;
    this.close();
    const blob = new Blob(this.pieces, { type: this.recorder.mimeType });
    this.pieces = [];
    this.last = blob.size > 0 ? { bytes: await blob.arrayBuffer(), mediaType: blob.type, seconds } : null;
    this.stopping = null;
    this.ended(this.last);
    return this.last;
  }

  close() {
    clearInterval(this.timer);
    this.stream?.getTracks().forEach(track => track.stop());
    this.context?.close();
    this.context = null;
    this.stream = null;
  }

  // Stops and forgets, for good.
  discard() {
    this.isDiscarded = true;
    this.ended = () => {};
    this.pieces = [];
    this.last = null;
    if (this.recorder && this.recorder.state !== 'inactive') this.recorder.stop();
    this.close();
  }
}
