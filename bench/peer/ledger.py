"""All that HaiLong itself writes for a press, by Python's sqlite3: the same tables, indexes and chain, at once durable.

It decides as little as the bound in C does: a box stays at its counter, an officer sits at it, and every press counts.
`hailong verify` finds nothing wrong with what it writes; `make bench` asks it after each run.
"""

import hashlib
import json
import sqlite3
import struct
import time

ROUND_TRIP = 5
ZONE_OFFSET = 7 * 3_600_000
HOUR = 3_600_000
SPAN_DAYS = 28


def linked(value):
    """A value with its type and length, as it stands in a link of the chain."""
    if value is None:
        return b"\0"
    if isinstance(value, int):
        return b"\1" + struct.pack("<q", value)
    if isinstance(value, str):
        value = value.encode()
        return b"\2" + struct.pack("<I", len(value)) + value
    return b"\3" + struct.pack("<I", len(value)) + value


class Ledger:
    """A ledger that HaiLong has made, with a directory in it and no service on it."""

    def __init__(self, path):
        self.database = sqlite3.connect(path, isolation_level=None, cached_statements=256)
        self.database.execute("PRAGMA synchronous = FULL")
        self.position, self.hash = self.database.execute(
            "SELECT position, hash FROM press UNION ALL SELECT position, hash FROM change ORDER BY position DESC"
        ).fetchone()
        records = {}
        for kind, body in self.database.execute("SELECT kind, body FROM record"):
            records.setdefault(kind, []).append(json.loads(body))
        self.columns = {choice["input"]: choice["column"] for scale in records["scale"] for choice in scale["choices"]}
        units = {counter["code"]: counter["units"][0] for counter in records["counter"]}
        officers = {duty["counter"]: duty["officer"] for duty in records["duty"]}
        self.places = {}
        for assignment in records["assignment"]:
            (counter,) = assignment["counters"]
            self.places[assignment["box"]] = (counter, units[counter], officers[counter])
        self.database.execute("UPDATE meta SET widest_uncertainty = max(widest_uncertainty, ?)", (ROUND_TRIP + 1,))

    def newest(self, device, boot):
        return self.database.execute(
            "SELECT max(sequence) FROM press WHERE device = ? AND boot = ?", (device, signed(boot))
        ).fetchone()[0]

    def add(self, device, boot, sequence, tick, button):
        """In a transaction of its own, unless one is open."""
        alone = not self.database.in_transaction
        if alone:
            self.database.execute("BEGIN IMMEDIATE")
        wall, key = int(time.time() * 1000), str(button + 1)
        row = (
            self.position + 1, device, signed(boot), sequence, tick, 0, key, None, "box", None, wall, "made",
            wall, 1, 0, 0, 0, ROUND_TRIP, None, None, None,
        )  # fmt: skip
        link = linked(self.hash) + linked("press") + b"".join(map(linked, row))
        digest = hashlib.blake2b(link, digest_size=32).digest()
        self.database.execute(f"INSERT INTO press VALUES ({'?, ' * len(row)}?)", row + (digest,))
        self.rate(row[0], device, tick, wall, self.columns[key])
        if alone:
            self.database.execute("COMMIT")
        self.position, self.hash = row[0], digest

    def rate(self, position, device, tick, wall, column):
        counter, unit, officer = self.places[device]
        day, hour = divmod((wall + ZONE_OFFSET) // HOUR, 24)
        self.database.execute(
            "INSERT INTO rating VALUES (1, ?, ?, ?, ?, ?, NULL, ?, ?, ?, 'counted', 'open mode', NULL, 0, ?)",
            (position, wall, ROUND_TRIP + 1, counter, unit, officer, column, column, tick),
        )
        self.database.execute(
            "INSERT INTO tally VALUES (1, ?, ?, ?, ?, ?, '', ?, ?, 1)"
            " ON CONFLICT (generation, day, hour, unit, counter, officer, field, choice, column_name)"
            " DO UPDATE SET count = count + 1",
            (day, hour, unit, counter, officer, column, column),
        )
        sums = {"hour_sum": {"weekday": (day + 3) % 7 + 1, "hour": hour}, "officer_sum": {"officer": officer}}
        columns = list(self.columns.values())
        for table, key in sums.items():
            names = ", ".join(["generation", "span", *key])
            self.database.execute(
                f"INSERT INTO {table} ({names}, {', '.join(columns)})"
                f" VALUES (1, {', '.join('?' * (1 + len(key) + len(columns)))})"
                f" ON CONFLICT ({names}) DO UPDATE SET {column} = {column} + 1",
                (day // SPAN_DAYS, *key.values(), *(int(name == column) for name in columns)),
            )


def signed(number):
    """A number of 64 bits as SQLite keeps it."""
    return number - (1 << 64) if number >> 63 else number
