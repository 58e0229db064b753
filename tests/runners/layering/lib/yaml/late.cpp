#include <vector>
#include "yaml/late.h"
#include "diagnostics/rules.h"
#include "yaml/messages.h"
