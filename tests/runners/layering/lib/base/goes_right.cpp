#include "check/rule.h"
#include <yaml-cpp/yaml.h>
#include <iostream>

#include "base/good.h"
