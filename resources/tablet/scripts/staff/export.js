// All that has not arrived, as one file, for a tablet that must be retired.
import { everything, recordingOf } from '../store/queue.js';

function base64(buffer) {
  let text = '';
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}

async function withRecording(entry) {
  const bytes = entry.audio && (await recordingOf(entry.client_id));
  return bytes ? { ...entry, recording_base64: base64(bytes) } : entry;
}

// The number of answers in the file, which the browser saves.
export async function exportQueue(device, version) {
  const entries = await Promise.all((await everything()).map(withRecording));
  const content = { format: 'accueil-tablet-queue-1', exported_at: new Date().toISOString(), device, version, entries };
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `accueil-${content.exported_at.slice(0, 16).replaceAll(':', '')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return entries.length;
}
