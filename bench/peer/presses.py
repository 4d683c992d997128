"""One table of presses, and nothing else."""

import sqlite3
import time


class Presses:
    def __init__(self, path):
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE press (
                id INTEGER PRIMARY KEY, device TEXT NOT NULL, boot TEXT NOT NULL, sequence INTEGER NOT NULL,
                tick INTEGER NOT NULL, button INTEGER NOT NULL, received REAL NOT NULL,
                UNIQUE (device, boot, sequence));
            """
        )

    def newest(self, device, boot):
        return self.database.execute(
            "SELECT max(sequence) FROM press WHERE device = ? AND boot = ?", (device, str(boot))
        ).fetchone()[0]

    def add(self, device, boot, sequence, tick, button):
        """A statement outside of a transaction commits by itself."""
        self.database.execute(
            "INSERT INTO press (device, boot, sequence, tick, button, received) VALUES (?, ?, ?, ?, ?, ?)",
            (device, str(boot), sequence, tick, button, time.time()),
        )
