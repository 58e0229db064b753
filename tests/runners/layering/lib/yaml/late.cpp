#include <vector>
#include "yaml/late.h"
