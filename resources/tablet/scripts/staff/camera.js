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

// Shows the camera in `video` until `found(text)` answers true or the function that is returned is called. Rejects with a
// DOMException where there is no camera.
export async function watchForCode(video, found) {
  const look = await reader();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
  let isOver = false;
  const stop = () => {
    isOver = true;
    stream.getTracks().forEach(track => track.stop());
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play();
  (async () => {
    while (!isOver) {
      const text = video.videoWidth > 0 ? await look(video) : null;
      if (text && !isOver && found(text)) stop();
      await new Promise(done => setTimeout(done, pause));
    }
  })();
  return stop;
}
