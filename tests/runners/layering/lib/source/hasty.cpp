#include <fstream>
#include <sys/stat.h>
