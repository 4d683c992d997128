#!/usr/bin/env python3
"""A rating daemon as one writes it in an afternoon with pyserial and sqlite3: what `make bench` compares with.

It speaks enough of PROTOCOL.md to take presses: it welcomes boxes, stores each press in a commit of its own
(synchronous FULL, WAL) and acknowledges it then. It believes whatever a box says.

Given a ledger of HaiLong, it does the same work there: it writes every row that HaiLong writes for a press (ledger.py).
Given a file that is not there, it writes one table of presses: no chain, no rating, no tally. With --batch it commits
all that waits at once, which is the first thing one would make better.
"""

import argparse
import os
import selectors
import signal
import sqlite3
import struct
import time

import serial
from ledger import Ledger
from presses import Presses

LEDGER = 1
HEARTBEAT_EVERY = 5.0
SCAN_EVERY = 0.5

CRC_TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
    CRC_TABLE.append(byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ CRC_TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def encode(body):
    body += struct.pack("<I", crc32c(body))
    return b"".join(bytes([len(part) + 1]) + part for part in body.split(b"\0")) + b"\0"


def decode(frame):
    parts, start = [], 0
    while start < len(frame):
        end = start + frame[start]
        if end > len(frame):
            return None
        parts.append(frame[start + 1 : end])
        start = end
    body = b"\0".join(parts)
    if len(body) < 5 or crc32c(body[:-4]) != struct.unpack("<I", body[-4:])[0]:
        return None
    return body[:-4]


class Box:
    """One port and what is behind it."""

    def __init__(self, path):
        self.path = path
        self.port = serial.Serial(path, 115200, timeout=0, write_timeout=0.2)
        self.buffer = b""
        self.device = None
        self.boot = 0
        self.next = 0
        self.token = 0
        self.port.write(b"\0" + encode(b"\x4d"))

    def frames(self):
        self.buffer += self.port.read(4096)
        *frames, self.buffer = self.buffer.split(b"\0")
        return (body for body in map(decode, filter(None, frames)) if body)

    def welcome(self, body, store):
        (counter,) = struct.unpack_from("<H", body, 3)
        (boot,) = struct.unpack_from("<Q", body, 5)
        self.device = body[48 : 48 + body[47]].hex()
        if boot == 0:
            offer = int.from_bytes(os.urandom(8), "little") or 1
            self.port.write(encode(struct.pack("<BBBBQQH", 0x41, 2, 1, 0, LEDGER, offer, counter)))
            return
        self.boot = boot
        last = store.newest(self.device, boot)
        self.next = 0 if last is None else last + 1
        self.port.write(encode(struct.pack("<BBBBQQH", 0x41, 1, 1, 0, LEDGER, boot, counter)))
        self.acknowledge()

    def acknowledge(self):
        self.port.write(encode(struct.pack("<BQII", 0x42, self.boot, self.next, 0)))

    def beat(self):
        self.token = self.token % 65535 + 1
        self.port.write(encode(struct.pack("<BH", 0x43, self.token)))


class Daemon:
    def __init__(self, store, ports, batch):
        self.store = store
        self.ports = ports
        self.batch = batch
        self.boxes = {}
        self.selector = selectors.DefaultSelector()

    def scan(self):
        for name in os.listdir(self.ports) if os.path.isdir(self.ports) else []:
            path = os.path.join(self.ports, name)
            if path not in self.boxes:
                box = self.boxes[path] = Box(path)
                self.selector.register(box.port.fileno(), selectors.EVENT_READ, box)

    def take(self, box, body):
        boot, _, _, _, _, _, sequence, button, _, tick, tick_high, _ = struct.unpack_from("<Q6sHIIIIBHIHI", body, 1)
        if boot != box.boot:
            return False
        if sequence == box.next:
            self.store.add(box.device, boot, sequence, tick | tick_high << 32, button)
            box.next += 1
        return True

    def serve(self, box, pending):
        for body in box.frames():
            if body[0] == 0x01:
                box.welcome(body, self.store)
            elif body[0] == 0x02 and self.batch:
                if not self.store.database.in_transaction:
                    self.store.database.execute("BEGIN IMMEDIATE")
                if self.take(box, body):
                    pending.add(box)
            elif body[0] == 0x02 and self.take(box, body):
                box.acknowledge()

    def run(self):
        print("ready", flush=True)
        scanned = beaten = 0.0
        while True:
            now = time.monotonic()
            if now - scanned > SCAN_EVERY:
                self.scan()
                scanned = now
            if now - beaten > HEARTBEAT_EVERY:
                for box in self.boxes.values():
                    if box.boot:
                        box.beat()
                beaten = now
            pending = set()
            for key, _ in self.selector.select(SCAN_EVERY):
                self.serve(key.data, pending)
            if self.store.database.in_transaction:
                self.store.database.execute("COMMIT")
            for box in pending:
                box.acknowledge()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", help="a ledger of HaiLong, or a file that is not there yet")
    parser.add_argument("ports", help="a folder whose entries are ports")
    parser.add_argument("--batch", action="store_true", help="commit all that waits at once")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        store = Ledger if os.path.exists(arguments.database) else Presses
        Daemon(store(arguments.database), arguments.ports, arguments.batch).run()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
