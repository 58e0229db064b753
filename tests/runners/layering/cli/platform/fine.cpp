#include <spawn.h>
