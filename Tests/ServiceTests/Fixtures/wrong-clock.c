/* Preloaded into the service and its commands: a wall clock that the file WRONG_CLOCK sets. The file holds two 64-bit
   numbers of this machine: how many milliseconds the wall clock is ahead, and whether the kernel calls it disciplined.
   Clocks that nobody can set (monotonic, boot time) stay as they are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

struct wrongness {
    int64_t ahead;
    int64_t is_disciplined;
};

static const volatile struct wrongness *clock_file(void) {
    static const volatile struct wrongness *mapped;
    const volatile struct wrongness *file = __atomic_load_n(&mapped, __ATOMIC_ACQUIRE);
    if (file) return file;
    const char *path = getenv("WRONG_CLOCK");
    int descriptor = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (descriptor < 0) abort();
    void *memory = mmap(NULL, sizeof(struct wrongness), PROT_READ, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (memory == MAP_FAILED) abort();
    __atomic_store_n(&mapped, (const volatile struct wrongness *)memory, __ATOMIC_RELEASE);
    return memory;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, time);
    if (result != 0 || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)) return result;
    int64_t ahead = clock_file()->ahead;
    time->tv_sec += ahead / 1000;
    time->tv_nsec += ahead % 1000 * 1000000;
    if (time->tv_nsec >= 1000000000) {
        time->tv_sec += 1;
        time->tv_nsec -= 1000000000;
    } else if (time->tv_nsec < 0) {
        time->tv_sec -= 1;
        time->tv_nsec += 1000000000;
    }
    return result;
}

int gettimeofday(struct timeval *time, void *zone) {
    (void)zone;
    struct timespec now;
    int result = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return result;
}

time_t time(time_t *seconds) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (seconds) *seconds = now.tv_sec;
    return now.tv_sec;
}

int adjtimex(struct timex *state) {
    static int (*real)(struct timex *);
    if (!real) real = (int (*)(struct timex *))dlsym(RTLD_NEXT, "adjtimex");
    int result = real(state);
    if (clock_file()->is_disciplined) {
        state->status &= ~STA_UNSYNC;
        return result < 0 ? result : TIME_OK;
    }
    state->status |= STA_UNSYNC;
    return result < 0 ? result : TIME_ERROR;
}
