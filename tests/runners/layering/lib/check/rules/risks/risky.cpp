#include <CLI/CLI.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include "good.h"
