// The library holds only the embedded texts.
