#include "assess/people/late.h"
