#include <sys/stat.h>
#include <fstream>
