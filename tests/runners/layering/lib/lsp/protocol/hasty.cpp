#include "lsp/protocol/fine.h"
#include "lsp/offers/late.h"
