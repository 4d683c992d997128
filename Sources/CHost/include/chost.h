// What the kernel offers only as macros or variadic C: thin inline calls, no logic.
#ifndef HAILONG_CHOST_H
#define HAILONG_CHOST_H

#include <sys/ioctl.h>
#include <sys/timex.h>
#include <termios.h>

/// 1 where the kernel says that the wall clock is disciplined, 0 where not.
static inline int hl_clock_is_synchronized(void) {
    struct timex state = {0};
    int result = adjtimex(&state);
    return result >= 0 && result != TIME_ERROR && !(state.status & STA_UNSYNC);
}

/// Claims a tty for this process alone; 0 or -1 with errno.
static inline int hl_tty_claim(int descriptor) { return ioctl(descriptor, TIOCEXCL); }

/// Gives that claim up; 0 or -1 with errno.
static inline int hl_tty_release(int descriptor) { return ioctl(descriptor, TIOCNXCL); }

#endif
