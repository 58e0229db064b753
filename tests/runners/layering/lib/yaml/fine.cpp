#include <yaml-cpp/yaml.h>  // at home here; std::exit(1) in a comment does not count

void runtime(int); // printf(
int a = b.exit(2) + my_exit(3) + runtime(4);
std::string text(int[3], char);
