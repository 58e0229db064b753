#include <CLI/CLI.hpp>
#include <iostream>
#include "output/text.h"

int main() { exit(std::getenv("HOME") ? 1 : 0); }
