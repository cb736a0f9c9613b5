// Reads a QR code with the tablet's camera: the browser's own reader where it has one, else a small one that is loaded now.
const pause = 200; // ms between two looks

async function reader() {
  const isNative = 'BarcodeDetector' in globalThis && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
  if (isNative) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async video => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { decodeQR } = await import('../scan.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async video => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return null; // no code in this picture
    }
  };
}

// Shows the camera in `video` until `found(text)` answers true or stop() is called, also while the camera is still waking up.
// `ready` resolves when it shows something, and rejects with a DOMException where there is no camera.
export function watchForCode(video, found) {
  let stream = null;
  let isOver = false;
  const stop = () => {
    isOver = true;
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    video.srcObject = null;
  };

  async function watch(look) {
    while (!isOver) {
      const text = video.videoWidth > 0 ? await look(video) : null;
      if (text && !isOver && found(text)) stop();
      await new Promise(done => setTimeout(done, pause));
    }
  }

  async function begin() {
    const look = await reader();
    if (isOver) return;
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    if (isOver) return stop();
    video.srcObject = stream;
    await video.play();
    watch(look).catch(stop);
  }

  const ready = begin().catch(error => {
    const wasOver = isOver;
    stop();
    if (!wasOver) throw error;
  });
  return { ready, stop };
}
