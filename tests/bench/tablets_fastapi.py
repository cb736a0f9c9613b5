"""What one might write instead: the same rows and pieces by FastAPI into SQLite, as durable as ours.

No login, no encryption, no audit, no validation beyond JSON: the floor of that choice, for tablets.sh.
"""
import hashlib
import json
import sqlite3
import sys
import threading
from datetime import datetime, timezone

import uvicorn
from fastapi import FastAPI, Request

database = sys.argv[1]
local = threading.local()
app = FastAPI()


def connection():
    if not hasattr(local, "db"):
        local.db = sqlite3.connect(database, isolation_level=None, timeout=30)
        local.db.execute("PRAGMA journal_mode=WAL")
        local.db.execute("PRAGMA synchronous=FULL")
    return local.db


db = connection()
db.execute("CREATE TABLE feedback (id INTEGER PRIMARY KEY, client_id TEXT UNIQUE, body TEXT)")
db.execute("CREATE TABLE pieces (client_id TEXT, start INTEGER, bytes BLOB, UNIQUE (client_id, start))")


@app.post("/api/sync")
def sync(batch: dict):
    results = []
    db = connection()
    db.execute("BEGIN IMMEDIATE")
    for item in batch["items"]:
        row = db.execute(
            "INSERT INTO feedback (client_id, body) VALUES (?, ?) ON CONFLICT (client_id) DO NOTHING",
            (item["client_id"], json.dumps(item)),
        )
        results.append({"client_id": item["client_id"], "status": "created" if row.rowcount else "known"})
    db.execute("COMMIT")
    return {"server_time": datetime.now(timezone.utc).isoformat(), "items": results}


def store_piece(client_id: str, offset: int, piece: bytes):
    db = connection()
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT OR IGNORE INTO pieces VALUES (?, ?, ?)", (client_id, offset, piece))
    size = json.loads(db.execute("SELECT body FROM feedback WHERE client_id = ?", (client_id,)).fetchone()[0])["audio"]
    received = offset + len(piece)
    complete = received == size["size"]
    if complete:
        whole = b"".join(
            row[0] for row in db.execute("SELECT bytes FROM pieces WHERE client_id = ? ORDER BY start", (client_id,))
        )
        complete = hashlib.sha256(whole).hexdigest() == size["sha256"]
    db.execute("COMMIT")
    return {"received": received, "complete": complete}


@app.put("/api/sync/{client_id}/audio")
async def audio(client_id: str, offset: int, request: Request):
    from starlette.concurrency import run_in_threadpool

    return await run_in_threadpool(store_piece, client_id, offset, await request.body())


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning", access_log=False)
