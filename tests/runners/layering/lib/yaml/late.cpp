#include "yaml/late.h"
#include <vector>
#include "diagnostics/rules.h"
#include "yaml/messages.h"
