const hexadecimal = buffer => [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('');

export const sha256 = async bytes => hexadecimal(await crypto.subtle.digest('SHA-256', bytes));
