import GRDB

/// The tables and how they came to be. Migrations only go forward; each released one has a test that starts from it.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 ledger") { db in
            try db.execute(sql: ledger)
            try db.execute(sql: projection)
            try db.execute(sql: boxes)
            try db.execute(
                sql: "INSERT INTO meta (ledger, generation) VALUES (?, 1)", arguments: [Int64.random(in: 1...Int64.max)]
            )
        }
        migrator.registerMigration("2 link counts") { db in try db.execute(sql: linkCounts) }
        migrator.registerMigration("3 sums of spans, waiting ratings") { db in
            try db.execute(sql: spanSums)
            try db.execute(sql: fillingSpanSums)
            try db.execute(sql: waiting)
        }
        migrator.registerMigration("4 columns of levels") { db in try db.execute(sql: levels) }
        migrator.registerMigration("5 documents") { db in try db.execute(sql: documents) }
        return migrator
    }

    /// The truth: presses and changes share one chain of positions and hashes. `record` is the fold of all changes.
    private static let ledger = """
        CREATE TABLE meta (
            ledger INTEGER NOT NULL, generation INTEGER NOT NULL, widest_uncertainty INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE press (
            position INTEGER PRIMARY KEY,
            device TEXT NOT NULL, boot INTEGER NOT NULL, sequence INTEGER NOT NULL,
            tick INTEGER NOT NULL, resets INTEGER NOT NULL, input TEXT NOT NULL, invitation INTEGER,
            channel TEXT NOT NULL, subject TEXT,
            wall INTEGER NOT NULL, host_boot TEXT NOT NULL, boot_time INTEGER NOT NULL,
            clock_set INTEGER NOT NULL, age INTEGER NOT NULL, resets_since INTEGER NOT NULL,
            time_lost INTEGER NOT NULL, round_trip INTEGER NOT NULL, drift INTEGER,
            commitment BLOB, conflict_with INTEGER, hash BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX press_key ON press (device, boot, sequence) WHERE conflict_with IS NULL;
        CREATE INDEX press_conflict ON press (conflict_with) WHERE conflict_with IS NOT NULL;
        CREATE INDEX press_invitation ON press (invitation) WHERE invitation IS NOT NULL;
        CREATE INDEX press_unset_clock ON press (host_boot) WHERE clock_set = 0;
        CREATE TABLE change (
            position INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
            why TEXT NOT NULL, records TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
        CREATE TRIGGER press_stays BEFORE DELETE ON press BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER press_keeps BEFORE UPDATE ON press BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER change_keeps BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TABLE record (
            kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (kind, key)) WITHOUT ROWID, STRICT;
        CREATE TABLE invitation (
            id INTEGER PRIMARY KEY, counter TEXT NOT NULL, opened INTEGER NOT NULL, shuts INTEGER NOT NULL,
            body TEXT NOT NULL) STRICT;
        CREATE INDEX invitation_counter ON invitation (counter, opened);
        CREATE TABLE personal (
            position INTEGER PRIMARY KEY, kind TEXT NOT NULL, salt BLOB NOT NULL, text TEXT NOT NULL,
            keep_until INTEGER NOT NULL) STRICT;
        """

    /// What is derived. A generation is all of it, computed under one directory; `meta.generation` is the one in force.
    private static let projection = """
        CREATE TABLE rating (
            generation INTEGER NOT NULL, position INTEGER NOT NULL, moment INTEGER NOT NULL,
            uncertainty INTEGER NOT NULL, counter TEXT, unit TEXT, field TEXT, officer TEXT, choice TEXT,
            column_name TEXT, verdict TEXT NOT NULL, rule TEXT NOT NULL, invitation INTEGER, marks INTEGER NOT NULL,
            anchor INTEGER, PRIMARY KEY (generation, position)) WITHOUT ROWID;
        CREATE INDEX rating_moment ON rating (generation, moment);
        CREATE INDEX rating_invitation ON rating (generation, invitation) WHERE invitation IS NOT NULL;
        CREATE TABLE tally (
            generation INTEGER NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL, unit TEXT NOT NULL,
            counter TEXT NOT NULL, officer TEXT NOT NULL, field TEXT NOT NULL, choice TEXT NOT NULL,
            column_name TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (generation, day, hour, unit, counter, officer, field, choice, column_name)) WITHOUT ROWID;
        """

    /// What boxes said of themselves, and when they and the service were last alive. Not chained: nothing is counted
    /// by it.
    private static let boxes = """
        CREATE TABLE box_state (device TEXT PRIMARY KEY, description TEXT NOT NULL, heard INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE boot (
            device TEXT NOT NULL, boot INTEGER NOT NULL, first_heard INTEGER NOT NULL, announced INTEGER NOT NULL,
            dropped INTEGER NOT NULL DEFAULT 0, ended INTEGER, PRIMARY KEY (device, boot)) WITHOUT ROWID;
        CREATE TABLE alive (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL);
        """

    /// How links fared, by day. Not chained: nothing is counted by it, and old days go.
    private static let linkCounts = """
        CREATE TABLE link_count (
            day INTEGER NOT NULL, link TEXT NOT NULL, event TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (day, link, event)) WITHOUT ROWID, STRICT;
        """

    /// Sums of tallies over spans of 28 days: span 0 begins on day 0, 1970-01-01, a Thursday.
    private static let spanSums = """
        CREATE TABLE hour_sum (
            generation INTEGER NOT NULL, span INTEGER NOT NULL, weekday INTEGER NOT NULL, hour INTEGER NOT NULL,
            satisfied_service INTEGER NOT NULL, satisfied_attitude INTEGER NOT NULL,
            dissatisfied_competence INTEGER NOT NULL, dissatisfied_time INTEGER NOT NULL, comments INTEGER NOT NULL,
            PRIMARY KEY (generation, span, weekday, hour)) WITHOUT ROWID, STRICT;
        CREATE TABLE officer_sum (
            generation INTEGER NOT NULL, span INTEGER NOT NULL, officer TEXT NOT NULL,
            satisfied_service INTEGER NOT NULL, satisfied_attitude INTEGER NOT NULL,
            dissatisfied_competence INTEGER NOT NULL, dissatisfied_time INTEGER NOT NULL, comments INTEGER NOT NULL,
            PRIMARY KEY (generation, span, officer)) WITHOUT ROWID, STRICT;
        """

    /// Leads a table's notes to the few ratings that wait for somebody; the same words as in their query.
    private static let waiting = """
        CREATE INDEX rating_waiting ON rating (generation, moment)
        WHERE verdict IN ('unregistered', 'duplicate_identity', 'unknown_input');
        """

    /// Documents that were kept. Records of the chain name them by their hash.
    private static let documents = """
        CREATE TABLE document (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT;
        CREATE TRIGGER document_stays BEFORE DELETE ON document
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER document_keeps BEFORE UPDATE ON document
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        """
    /// The levels among the sums. No rating of a database that is migrated was counted in them.
    private static let levels = ["hour_sum", "officer_sum"].map { table in
        ["very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"].map {
            "ALTER TABLE \(table) ADD COLUMN \($0) INTEGER NOT NULL DEFAULT 0;"
        }.joined()
    }.joined()

    private static let fillingSpanSums: String = {
        // SQLite's division rounds to zero, but days before 1970 belong to spans before span 0.
        let span = "(day - (day % 28 + 28) % 28) / 28"
        let weekday = "((day + 3) % 7 + 7) % 7 + 1"
        let counts = [
            "satisfied_service", "satisfied_attitude", "dissatisfied_competence", "dissatisfied_time", "comments",
        ]
        .map { "total(count) FILTER (WHERE column_name = '\($0)')" }
        .map { "CAST(\($0) AS INTEGER)" }.joined(separator: ", ")
        let tallies = "FROM tally JOIN meta USING (generation)"
        return """
            INSERT INTO hour_sum SELECT generation, \(span), \(weekday), hour, \(counts) \(tallies)
            GROUP BY 1, 2, 3, 4;
            INSERT INTO officer_sum SELECT generation, \(span), officer, \(counts) \(tallies) GROUP BY 1, 2, 3;
            """
    }()
}
