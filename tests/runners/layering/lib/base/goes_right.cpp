#include "check/rule.h"
#include <yaml-cpp/yaml.h>
#include <utf8proc.h>
#include <iostream>

#include "base/good.h"
