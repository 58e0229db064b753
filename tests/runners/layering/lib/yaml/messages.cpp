#include "diagnostics/rules.h"  // at home here
