// What the browser's false camera shows: a picture with one QR code, as raw video (YUV4MPEG2).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const width = 640;
const height = 480;
const pixels = 12; // of one module of the code

export async function writeQrVideo(file, text) {
  const found = createRequire(join(process.env.ACCUEIL_TABLET_MODULES, 'x.js')).resolve('qr');
  const { default: encodeQR } = await import(pathToFileURL(found));
  const modules = encodeQR(text, 'raw');
  const left = Math.floor((width - modules.length * pixels) / 2);
  const top = Math.floor((height - modules.length * pixels) / 2);
  const luma = Buffer.alloc(width * height, 235);
  modules.forEach((row, y) => row.forEach((isDark, x) => {
    if (!isDark) return;
    for (let line = 0; line < pixels; ++line) {
      const start = (top + y * pixels + line) * width + left + x * pixels;
      luma.fill(16, start, start + pixels);
    }
  }));
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame]));
}
