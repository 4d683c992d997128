/* Preloaded into hailong: a witness of what reaches the medium, and the medium's faults.
 *
 * WITNESS_FOLDER       The data folder; only files below it are recorded or fail.
 * WITNESS_LOG          Every write, truncation, sync and change of a name there, and every write to a terminal, in
 *                      one order; WitnessEvent.swift reads it. All is recorded after the call, so that what the log
 *                      calls done was done. Of syncs the beginning is recorded besides. What goes to a terminal is
 *                      recorded before the call, and how much of it went, after.
 * WITNESS_DEATH        After so many records of bytes to a terminal (two for each write) the process is killed, behind a
 *                      whole record.
 * WITNESS_FAULTS       A file with one line, "CALLS SUFFIX SKIP COUNT ERRNO", looked at before each call: of the
 *                      CALLS (w write, s sync, o open, t truncate, n names) on files whose path ends with SUFFIX
 *                      ("*" for all), after SKIP of them COUNT fail. Without the file nothing fails.
 * WITNESS_SYNCHRONOUS  OFF or NORMAL: what SQLite's PRAGMA synchronous is really set to, while it answers FULL.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

/* ---- What is ours ---- */

static const char *folder(void) {
    const char *path = getenv("WITNESS_FOLDER");
    return path && *path ? path : NULL;
}

/* The part of a path behind the data folder; "" for the folder itself, NULL for what is not below it. */
static const char *below(const char *path) {
    const char *top = folder();
    size_t length = top ? strlen(top) : 0;
    if (!top || !path || strncmp(path, top, length) != 0) return NULL;
    if (path[length] == 0) return path + length;
    return path[length] == '/' ? path + length + 1 : NULL;
}

/* The shared memory beside a WAL is rebuilt from it; lock and socket say nothing that must last. */
static int is_kept(const char *name) {
    const char *shared = strstr(name, "-shm");
    return !(shared && shared[4] == 0) && strcmp(name, "hailong.lock") != 0 && strcmp(name, "hailong.sock") != 0;
}

struct file {
    char path[PATH_MAX];
    const char *name;
    struct stat status;
};

/* Whether a descriptor is of a file or folder of ours. */
static int is_ours(int descriptor, struct file *file) {
    int saved = errno;
    int answer = 0;
    if (folder() && fstat(descriptor, &file->status) == 0
        && (S_ISREG(file->status.st_mode) || S_ISDIR(file->status.st_mode))) {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, file->path, sizeof file->path - 1);
        if (length > 0) {
            static const char deleted[] = " (deleted)";
            size_t tail = sizeof deleted - 1;
            file->path[length] = 0;
            if ((size_t)length > tail && strcmp(file->path + length - tail, deleted) == 0) file->path[length - tail] = 0;
            file->name = below(file->path);
            answer = file->name && is_kept(file->name);
        }
    }
    errno = saved;
    return answer;
}

static int is_terminal(int descriptor, struct stat *status) {
    int saved = errno;
    int answer = folder() && fstat(descriptor, status) == 0 && S_ISCHR(status->st_mode)
        && major(status->st_rdev) >= 136 && major(status->st_rdev) <= 143;
    errno = saved;
    return answer;
}

/* ---- The log ---- */

struct record {
    char kind;
    char unused[3];
    uint32_t name_length;
    uint64_t inode, offset, data_length;
};

static void note(char kind, uint64_t inode, uint64_t offset, const char *name, const void *data, size_t length) {
    static int log = -1;
    static long count;
    static pthread_mutex_t writing = PTHREAD_MUTEX_INITIALIZER;
    int saved = errno;
    const char *path = getenv("WITNESS_LOG");
    if (!path) return;
    const char *death = getenv("WITNESS_DEATH");
    pthread_mutex_lock(&writing);
    if (log < 0) log = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    struct record record = { kind, {0}, (uint32_t)strlen(name), inode, offset, length };
    struct iovec parts[3] = {
        { &record, sizeof record }, { (void *)name, record.name_length }, { (void *)data, length },
    };
    /* One call and O_APPEND: records of processes stay whole and in one order. */
    ssize_t whole = (ssize_t)(sizeof record + record.name_length + length);
    if (REAL(writev)(log, parts, 3) != whole) abort();
    if (death && (kind == 'a' || kind == 'A') && ++count == atol(death)) raise(SIGKILL);
    pthread_mutex_unlock(&writing);
    errno = saved;
}

static void note_name(const char *path) {
    struct stat status;
    int saved = errno;
    const char *name = below(path);
    if (name && is_kept(name) && stat(path, &status) == 0) note(S_ISDIR(status.st_mode) ? 'M' : 'N', status.st_ino, 0, name, "", 0);
    errno = saved;
}

/* ---- Faults ---- */

static int fault(char call, const char *path) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static struct timespec seen_time;
    static ino_t seen_inode;
    static long passed;
    const char *control = getenv("WITNESS_FAULTS");
    struct stat status;
    int saved = errno;
    int answer = 0;
    if (!control) return 0;
    pthread_mutex_lock(&lock);
    FILE *file = stat(control, &status) == 0 ? fopen(control, "re") : NULL;
    char calls[16], suffix[64];
    long skip, count;
    int number;
    if (file) {
        if (fscanf(file, "%15s %63s %ld %ld %d", calls, suffix, &skip, &count, &number) == 5) {
            if (status.st_ino != seen_inode || status.st_mtim.tv_nsec != seen_time.tv_nsec
                || status.st_mtim.tv_sec != seen_time.tv_sec) {
                seen_inode = status.st_ino;
                seen_time = status.st_mtim;
                passed = 0;
            }
            size_t length = strlen(path), tail = strlen(suffix);
            int fits = strcmp(suffix, "*") == 0 || (length >= tail && strcmp(path + length - tail, suffix) == 0);
            if (strchr(calls, call) && fits) {
                long number_of_call = passed++;
                if (number_of_call >= skip && number_of_call - skip < count) answer = number;
            }
        }
        fclose(file);
    }
    pthread_mutex_unlock(&lock);
    errno = answer ? answer : saved;
    return answer;
}

/* ---- Writes ---- */

static ssize_t written(struct file *file, const void *data, ssize_t count, off_t offset) {
    if (count > 0) note('W', file->status.st_ino, (uint64_t)offset, file->name, data, (size_t)count);
    return count;
}

ssize_t pwrite64(int descriptor, const void *data, size_t count, off64_t offset) {
    struct file file;
    if (!is_ours(descriptor, &file)) return REAL(pwrite64)(descriptor, data, count, offset);
    if (fault('w', file.path)) return -1;
    return written(&file, data, REAL(pwrite64)(descriptor, data, count, offset), offset);
}

ssize_t pwrite(int descriptor, const void *data, size_t count, off_t offset) {
    return pwrite64(descriptor, data, count, offset);
}

ssize_t write(int descriptor, const void *data, size_t count) {
    struct file file;
    struct stat status;
    if (is_terminal(descriptor, &status)) {
        note('a', status.st_rdev, 0, "", data, count);
        ssize_t sent = REAL(write)(descriptor, data, count);
        note('A', status.st_rdev, sent > 0 ? (uint64_t)sent : 0, "", "", 0);
        return sent;
    }
    if (!is_ours(descriptor, &file)) return REAL(write)(descriptor, data, count);
    if (fault('w', file.path)) return -1;
    ssize_t done = REAL(write)(descriptor, data, count);
    /* Also right for O_APPEND: the call leaves the offset behind what it wrote. */
    return written(&file, data, done, done > 0 ? lseek(descriptor, 0, SEEK_CUR) - done : 0);
}

/* Taken apart: what a terminal or a file of ours gets is recorded part by part. */
ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    struct file file;
    struct stat status;
    if (!is_terminal(descriptor, &status) && !is_ours(descriptor, &file)) return REAL(writev)(descriptor, parts, count);
    ssize_t whole = 0;
    for (int index = 0; index < count; index++) {
        ssize_t done = write(descriptor, parts[index].iov_base, parts[index].iov_len);
        if (done < 0) return whole > 0 ? whole : done;
        whole += done;
        if ((size_t)done < parts[index].iov_len) break;
    }
    return whole;
}

/* Ways to write that nothing here uses: one that comes into use would pass unseen, so it ends the process. */
static void refuse(int descriptor) {
    struct file file;
    struct stat status;
    if (is_ours(descriptor, &file) || is_terminal(descriptor, &status)) abort();
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
    refuse(descriptor);
    return REAL(pwritev)(descriptor, parts, count, offset);
}

ssize_t sendfile64(int target, int source, off64_t *offset, size_t count) {
    ssize_t (*call)(int, int, off64_t *, size_t) = real("sendfile64");
    refuse(target);
    return call(target, source, offset, count);
}

ssize_t sendfile(int target, int source, off_t *offset, size_t count) {
    return sendfile64(target, source, offset, count);
}

ssize_t copy_file_range(int source, off64_t *from, int target, off64_t *to, size_t count, unsigned flags) {
    refuse(target);
    return REAL(copy_file_range)(source, from, target, to, count, flags);
}

int ftruncate64(int descriptor, off64_t size) {
    struct file file;
    if (!is_ours(descriptor, &file)) return REAL(ftruncate64)(descriptor, size);
    if (fault('t', file.path)) return -1;
    int done = REAL(ftruncate64)(descriptor, size);
    if (done == 0) note('T', file.status.st_ino, (uint64_t)size, file.name, "", 0);
    return done;
}

int ftruncate(int descriptor, off_t size) { return ftruncate64(descriptor, size); }

/* ---- Syncs ---- */

static int synced(int descriptor, int (*call)(int)) {
    struct file file;
    if (!is_ours(descriptor, &file)) return call(descriptor);
    int is_folder = S_ISDIR(file.status.st_mode);
    uint64_t thread = (uint64_t)gettid();
    note(is_folder ? 'b' : 'B', file.status.st_ino, thread, file.name, "", 0);
    int done = fault('s', file.path) ? -1 : call(descriptor);
    /* The kernel tells of pages that it could not write once, and calls them written from then on. */
    note(done != 0 ? 'F' : is_folder ? 'e' : 'E', file.status.st_ino, thread, file.name, "", 0);
    return done;
}

int fdatasync(int descriptor) { return synced(descriptor, REAL(fdatasync)); }
int fsync(int descriptor) { return synced(descriptor, REAL(fsync)); }

/* ---- Names ---- */

static int opened(int folder_descriptor, const char *path, int flags, mode_t mode) {
    int (*call)(int, const char *, int, ...) = (int (*)(int, const char *, int, ...))real("openat64");
    const char *name = path[0] == '/' ? below(path) : NULL;
    if (!name) return call(folder_descriptor, path, flags, mode);
    struct stat status;
    int was_there = stat(path, &status) == 0;
    if (!(was_there && S_ISDIR(status.st_mode)) && fault('o', path)) return -1;
    int descriptor = call(folder_descriptor, path, flags, mode);
    if (descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        if (!was_there && is_kept(name)) note('N', status.st_ino, 0, name, "", 0);
        if (was_there && is_kept(name) && (flags & O_TRUNC)) note('T', status.st_ino, 0, name, "", 0);
    }
    return descriptor;
}

#define MODE(flags)                                                     \
    mode_t mode = 0;                                                    \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                              \
        va_list more;                                                   \
        va_start(more, flags);                                          \
        mode = va_arg(more, mode_t);                                    \
        va_end(more);                                                   \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }

int rename(const char *from, const char *to) {
    if ((below(from) || below(to)) && fault('n', to)) return -1;
    int done = REAL(rename)(from, to);
    if (done == 0 && below(from) && below(to)) note('R', 0, 0, below(from), below(to), strlen(below(to)));
    return done;
}

int link(const char *from, const char *to) {
    if (below(to) && fault('n', to)) return -1;
    int done = REAL(link)(from, to);
    if (done == 0) note_name(to);
    return done;
}

static int removed(const char *path, int (*call)(const char *)) {
    if (below(path) && fault('n', path)) return -1;
    int done = call(path);
    if (done == 0 && below(path) && is_kept(below(path))) note('U', 0, 0, below(path), "", 0);
    return done;
}

int unlink(const char *path) { return removed(path, REAL(unlink)); }
int rmdir(const char *path) { return removed(path, REAL(rmdir)); }

int mkdir(const char *path, mode_t mode) {
    int done = REAL(mkdir)(path, mode);
    if (done == 0) note_name(path);
    return done;
}

/* ---- SQLite's promise ---- */

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

int sqlite3_prepare_v3(
    sqlite3 *db, const char *sql, int length, unsigned flags, sqlite3_stmt **statement, const char **tail
) {
    static const char pragma[] = "PRAGMA synchronous";
    int (*call)(sqlite3 *, const char *, int, unsigned, sqlite3_stmt **, const char **) = real("sqlite3_prepare_v3");
    const char *mode = getenv("WITNESS_SYNCHRONOUS");
    const char *start = sql + strspn(sql, " \t\n");
    if (!mode || strncasecmp(start, pragma, sizeof pragma - 1) != 0) return call(db, sql, length, flags, statement, tail);
    char other[64] = "SELECT 2";
    size_t end = strcspn(start, ";");
    if (memchr(start, '=', end)) snprintf(other, sizeof other, "%s = %s", pragma, mode);
    int code = call(db, other, -1, flags, statement, NULL);
    if (tail) *tail = start + end + (start[end] == ';');
    return code;
}
