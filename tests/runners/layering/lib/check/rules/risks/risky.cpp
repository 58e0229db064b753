#include "good.h"
#include <nlohmann/json.hpp>
#include <CLI/CLI.hpp>
#include <fstream>
