// All that has not arrived, as one file that needs nothing beside it, for a tablet that must be retired. tests/data/tablet-queue-1.json
// is one such file; README.md describes the format for whoever reads it. The answers stay on the tablet: what it sends after all is
// known by its client_id.
import { everything, recordingOf } from '../store/queue.js';
import { setting } from '../store/settings.js';

const format = 'accueil-tablet-queue';
const formatVersion = 1; // a reader of this one must still read the next, or refuse it by its number
const chunk = 0x8000; // bytes that become text at once

function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  const parts = [];
  for (let start = 0; start < bytes.length; start += chunk) parts.push(String.fromCharCode(...bytes.subarray(start, start + chunk)));
  return btoa(parts.join(''));
}

async function withRecording({ client_id, state, stored_at, item, audio, received, errors }) {
  const bytes = audio && (await recordingOf(client_id));
  const entry = { client_id, state, stored_at, item, audio: audio ?? null, received, errors };
  return bytes ? { ...entry, recording_base64: base64(bytes) } : entry;
}

// One entry after the other becomes a part of the file: the recordings of days are never all in memory as text.
async function fileOf(head, entries) {
  const parts = [`${JSON.stringify(head).slice(0, -1)},"entries":[`];
  for (const [index, entry] of entries.entries())
    parts.push(new Blob([index > 0 ? ',\n' : '\n', JSON.stringify(await withRecording(entry))]));
  return new Blob([...parts, '\n]}\n'], { type: 'application/json' });
}

// The number of answers in the file, which the browser saves.
export async function exportQueue(device, version) {
  const entries = await everything();
  const clockOffset = (await setting('clockOffset')) ?? null;
  const head = {
    format, format_version: formatVersion, exported_at: new Date().toISOString(), clock_offset_ms: clockOffset, device, page_version: version,
  };
  const url = URL.createObjectURL(await fileOf(head, entries));
  const link = document.createElement('a');
  link.href = url;
  link.download = `accueil-${head.exported_at.slice(0, 16).replaceAll(':', '')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return entries.length;
}
