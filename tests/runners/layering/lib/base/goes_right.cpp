#include <utf8proc.h>
#include <yaml-cpp/yaml.h>
#include <iostream>
#include "check/rule.h"

#include "base/good.h"
