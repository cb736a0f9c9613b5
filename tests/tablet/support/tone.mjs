// A tenth of a second of a sound, 8 kHz, 8 bits.
export function tone() {
  const wave = Buffer.from(Array.from({ length: 800 }, (_, index) => 128 + 100 * Math.sin(index / 3)));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + wave.length, 4);
  header.write('WAVEfmt ', 8);
  for (const [value, place] of [[16, 16], [8000, 24], [8000, 28], [wave.length, 40]]) header.writeUInt32LE(value, place);
  for (const [value, place] of [[1, 20], [1, 22], [1, 32], [8, 34]]) header.writeUInt16LE(value, place);
  header.write('data', 36);
  return Buffer.concat([header, wave]);
}
