// Reads QR codes from a picture where the browser cannot; loaded only when the nurse scans.
export { default as decodeQR } from 'qr/decode.js';
