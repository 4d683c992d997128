PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 ledger');
INSERT INTO grdb_migrations VALUES('2 link counts');
INSERT INTO grdb_migrations VALUES('3 sums of spans, waiting ratings');
CREATE TABLE meta (
    ledger INTEGER NOT NULL, generation INTEGER NOT NULL, widest_uncertainty INTEGER NOT NULL DEFAULT 0);
INSERT INTO meta VALUES(4509379902739921992,1,1);
CREATE TABLE press (
    position INTEGER PRIMARY KEY,
    device TEXT NOT NULL, boot INTEGER NOT NULL, sequence INTEGER NOT NULL,
    tick INTEGER NOT NULL, resets INTEGER NOT NULL, input TEXT NOT NULL, invitation INTEGER,
    channel TEXT NOT NULL, subject TEXT,
    wall INTEGER NOT NULL, host_boot TEXT NOT NULL, boot_time INTEGER NOT NULL,
    clock_set INTEGER NOT NULL, age INTEGER NOT NULL, resets_since INTEGER NOT NULL,
    time_lost INTEGER NOT NULL, round_trip INTEGER NOT NULL, drift INTEGER,
    commitment BLOB, conflict_with INTEGER, hash BLOB NOT NULL) STRICT;
INSERT INTO press VALUES(4,'b1',1,0,1010000,0,'1',NULL,'box',NULL,1592186410000,'host',10000,1,0,0,0,0,0,NULL,NULL,X'63524f12c0928bf341e8f374ace92f6d501d6eed2f431db3fd1ebfe3345ba6fc');
INSERT INTO press VALUES(5,'b1',1,1,1011000,0,'1',NULL,'box',NULL,1592186411000,'host',11000,1,0,0,0,0,0,NULL,NULL,X'b2e151effa19e57196c1e6a3ece083f889e6fe2db36a5f5fa097cb0022ad2f5e');
INSERT INTO press VALUES(6,'b1',1,1,1011000,0,'2',NULL,'box',NULL,1592186411000,'host',11000,1,0,0,0,0,0,NULL,5,X'0da45c3887416dfe4e3e5215bd1189a0616a3d49831a644cb87d86e823e9631e');
INSERT INTO press VALUES(7,'b1',1,2,1105000,0,'2',7,'screen','{"field":"ht"}',1592186505000,'host',105000,1,0,0,0,0,0,X'19f00a071c52df60e5c5bf9fcf1b82de9b233c7f500cf70b43ef9d848264579e',NULL,X'4a3a6a715a8ce8ddffeba6e304434ea470f900c2961bf1025b7290d783174f02');
INSERT INTO press VALUES(8,'b9',1,0,1020000,0,'1',NULL,'box',NULL,1592186420000,'host',20000,0,0,0,0,0,0,NULL,NULL,X'af06299c37b69c3e32265cbb499120e52f459f259fb3f1adcefaa904306f3c29');
CREATE TABLE change (
    position INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
    why TEXT NOT NULL, records TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
INSERT INTO change VALUES(1,1592186400000,'giám sát','import','bắt đầu','[{"body":"{\"choices\":[{\"code\":\"good\",\"column\":\"satisfied_service\",\"english\":\"Satisfied\",\"input\":\"1\",\"vietnamese\":\"Hài lòng\"},{\"code\":\"slow\",\"column\":\"dissatisfied_time\",\"english\":\"Slow\",\"input\":\"2\",\"vietnamese\":\"Chậm\"}],\"code\":\"two\",\"since\":0}","key":"two@0","kind":"scale"},{"body":"{\"code\":\"Q1\",\"name\":\"Quầy 1\",\"since\":0,\"units\":[\"tp\"]}","key":"Q1@0","kind":"counter"},{"body":"{\"box\":\"b1\",\"counters\":[\"Q1\"],\"since\":0}","key":"b1@0","kind":"assignment"},{"body":"{\"counter\":\"Q1\",\"officer\":\"an\",\"since\":1592186400000,\"source\":\"roster\"}","key":"Q1/an/roster@1592186400000","kind":"duty"},{"body":"{\"by\":\"an\",\"counter\":\"Q1\",\"expires\":1592186530000,\"id\":7,\"opened\":1592186500000}","key":"7","kind":"invitation"}]',X'69b9dc7ff7fdd220fd9cfd917663322a623a33e0327a652a454d389d933bae93');
INSERT INTO change VALUES(2,1592186400000,'hailong','start','service started','[{"body":"{\"started\":1592186400000}","key":"1592186400000","kind":"run"}]',X'bbfde2b48ddc26de604ca8dca7648ef0f16e80116d0bc28d681b47b1a3ac05fd');
INSERT INTO change VALUES(3,1592186400000,'hailong','clock','clock is set','[{"body":"{\"reading\":{\"bootTime\":[0,0],\"hostBoot\":\"host\",\"isSynchronized\":true,\"wall\":1592186400000},\"step\":[0,0]}","key":"host@0","kind":"clock"}]',X'b1d8453696a41b9eab5633d85c7a67591f1e55d164e1f4da58d1d50fad2b3a5d');
INSERT INTO change VALUES(9,1592186600000,'hailong','gap','restored','[{"body":"{\"after\":1592186505000,\"boot\":1,\"cause\":\"restored\",\"device\":\"b1\",\"from\":3,\"noticed\":1592186600000,\"to\":5}","key":"b1/1/3","kind":"gap"}]',X'b3ed7de6a20e3ebe39f52963e7b3e2e95e4d81316cae4fda9b94142c91ad0f41');
CREATE TABLE record (
    kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (kind, key)) WITHOUT ROWID, STRICT;
INSERT INTO record VALUES('assignment','b1@0','{"box":"b1","counters":["Q1"],"since":0}',1);
INSERT INTO record VALUES('clock','host@0','{"reading":{"bootTime":[0,0],"hostBoot":"host","isSynchronized":true,"wall":1592186400000},"step":[0,0]}',3);
INSERT INTO record VALUES('counter','Q1@0','{"code":"Q1","name":"Quầy 1","since":0,"units":["tp"]}',1);
INSERT INTO record VALUES('duty','Q1/an/roster@1592186400000','{"counter":"Q1","officer":"an","since":1592186400000,"source":"roster"}',1);
INSERT INTO record VALUES('gap','b1/1/3','{"after":1592186505000,"boot":1,"cause":"restored","device":"b1","from":3,"noticed":1592186600000,"to":5}',9);
INSERT INTO record VALUES('invitation','7','{"by":"an","counter":"Q1","expires":1592186530000,"id":7,"opened":1592186500000}',1);
INSERT INTO record VALUES('run','1592186400000','{"started":1592186400000}',2);
INSERT INTO record VALUES('scale','two@0','{"choices":[{"code":"good","column":"satisfied_service","english":"Satisfied","input":"1","vietnamese":"Hài lòng"},{"code":"slow","column":"dissatisfied_time","english":"Slow","input":"2","vietnamese":"Chậm"}],"code":"two","since":0}',1);
CREATE TABLE invitation (
    id INTEGER PRIMARY KEY, counter TEXT NOT NULL, opened INTEGER NOT NULL, shuts INTEGER NOT NULL,
    body TEXT NOT NULL) STRICT;
INSERT INTO invitation VALUES(7,'Q1',1592186500000,1592186530000,'{"by":"an","counter":"Q1","expires":1592186530000,"id":7,"opened":1592186500000}');
CREATE TABLE personal (
    position INTEGER PRIMARY KEY, kind TEXT NOT NULL, salt BLOB NOT NULL, text TEXT NOT NULL,
    keep_until INTEGER NOT NULL) STRICT;
INSERT INTO personal VALUES(7,'comment',X'3d28e2b1c643f20ed65180440410a2ef','Chờ lâu',1623722505000);
CREATE TABLE rating (
    generation INTEGER NOT NULL, position INTEGER NOT NULL, moment INTEGER NOT NULL,
    uncertainty INTEGER NOT NULL, counter TEXT, unit TEXT, field TEXT, officer TEXT, choice TEXT,
    column_name TEXT, verdict TEXT NOT NULL, rule TEXT NOT NULL, invitation INTEGER, marks INTEGER NOT NULL,
    anchor INTEGER, PRIMARY KEY (generation, position)) WITHOUT ROWID;
INSERT INTO rating VALUES(1,4,1592186410000,1,'Q1','tp',NULL,'an','good','satisfied_service','counted','open mode',NULL,0,1010000);
INSERT INTO rating VALUES(1,5,1592186411000,1,'Q1','tp',NULL,'an','good','satisfied_service','repeated','1000 ms after the last counted press',NULL,0,1010000);
INSERT INTO rating VALUES(1,6,1592186411000,1,'Q1','tp',NULL,'an','slow','dissatisfied_time','conflict','same key as position 5',NULL,0,NULL);
INSERT INTO rating VALUES(1,7,1592186505000,1,'Q1','tp','ht','an','slow','dissatisfied_time','counted','invitation 7',7,0,1105000);
INSERT INTO rating VALUES(1,8,1592186420000,1,NULL,NULL,NULL,NULL,'good','satisfied_service','unregistered','no assignment of the box at the moment',NULL,2,NULL);
CREATE TABLE tally (
    generation INTEGER NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL, unit TEXT NOT NULL,
    counter TEXT NOT NULL, officer TEXT NOT NULL, field TEXT NOT NULL, choice TEXT NOT NULL,
    column_name TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (generation, day, hour, unit, counter, officer, field, choice, column_name)) WITHOUT ROWID;
INSERT INTO tally VALUES(1,18428,9,'tp','Q1','an','','good','satisfied_service',1);
INSERT INTO tally VALUES(1,18428,9,'tp','Q1','an','ht','slow','dissatisfied_time',1);
CREATE TABLE box_state (device TEXT PRIMARY KEY, description TEXT NOT NULL, heard INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO box_state VALUES('b1','{"buttons":5,"firmware":"1","ringSurvivesPowerLoss":true,"model":"kiosk","protocolVersion":1,"ringCapacity":64,"resets":0,"resetCause":"power"}',1592186400000);
CREATE TABLE boot (
    device TEXT NOT NULL, boot INTEGER NOT NULL, first_heard INTEGER NOT NULL, announced INTEGER NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0, ended INTEGER, PRIMARY KEY (device, boot)) WITHOUT ROWID;
INSERT INTO boot VALUES('b1',1,1592186400000,9,4,NULL);
CREATE TABLE alive (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL);
INSERT INTO alive VALUES(1,1592186400000);
CREATE TABLE link_count (
    day INTEGER NOT NULL, link TEXT NOT NULL, event TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, link, event)) WITHOUT ROWID, STRICT;
CREATE TABLE hour_sum (
    generation INTEGER NOT NULL, span INTEGER NOT NULL, weekday INTEGER NOT NULL, hour INTEGER NOT NULL,
    satisfied_service INTEGER NOT NULL, satisfied_attitude INTEGER NOT NULL,
    dissatisfied_competence INTEGER NOT NULL, dissatisfied_time INTEGER NOT NULL, comments INTEGER NOT NULL,
    PRIMARY KEY (generation, span, weekday, hour)) WITHOUT ROWID, STRICT;
INSERT INTO hour_sum VALUES(1,658,1,9,1,0,0,1,0);
CREATE TABLE officer_sum (
    generation INTEGER NOT NULL, span INTEGER NOT NULL, officer TEXT NOT NULL,
    satisfied_service INTEGER NOT NULL, satisfied_attitude INTEGER NOT NULL,
    dissatisfied_competence INTEGER NOT NULL, dissatisfied_time INTEGER NOT NULL, comments INTEGER NOT NULL,
    PRIMARY KEY (generation, span, officer)) WITHOUT ROWID, STRICT;
INSERT INTO officer_sum VALUES(1,658,'an',1,0,0,1,0);
CREATE UNIQUE INDEX press_key ON press (device, boot, sequence) WHERE conflict_with IS NULL;
CREATE INDEX press_conflict ON press (conflict_with) WHERE conflict_with IS NOT NULL;
CREATE INDEX press_invitation ON press (invitation) WHERE invitation IS NOT NULL;
CREATE INDEX press_unset_clock ON press (host_boot) WHERE clock_set = 0;
CREATE TRIGGER press_stays BEFORE DELETE ON press BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER press_keeps BEFORE UPDATE ON press BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER change_keeps BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE INDEX invitation_counter ON invitation (counter, opened);
CREATE INDEX rating_moment ON rating (generation, moment);
CREATE INDEX rating_invitation ON rating (generation, invitation) WHERE invitation IS NOT NULL;
CREATE INDEX rating_waiting ON rating (generation, moment)
WHERE verdict IN ('unregistered', 'duplicate_identity', 'unknown_input');
COMMIT;
