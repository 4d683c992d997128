#pragma once
#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a library: runs with the options of a command line, and calls `body` with each input that it makes.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*body)(const uint8_t *bytes, size_t count));
