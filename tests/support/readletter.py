#!/ usr / bin / python3
"""Reads a letter (RFC 5322, MIME) from standard input with Python's own parser and prints what it found as JSON."""

import json
import sys
from email import message_from_bytes, policy

letter = message_from_bytes(sys.stdin.buffer.read(), policy=policy.SMTP)
parts = []
defects = [str(defect) for defect in letter.defects]
for part in letter.walk():
    defects += [str(defect) for defect in part.defects]
    for name, value in part.items():
        defects += [f"{name}: {defect}" for defect in value.defects]
    if part.is_multipart():
        continue
    parts.append({
        "type": part.get_content_type(),
        "method": part.get_param("method"),
        "text": part.get_content(),
    })
print(json.dumps({"type": letter.get_content_type(), "headers": [list(item) for item in letter.items()], "parts": parts,
                  "defects": defects}))
