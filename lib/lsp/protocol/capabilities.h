// What a server says of itself when a client begins.
#pragma once

#include "lsp/protocol/client.h"

namespace ims {

// What `initialize` is answered by.
Json capabilities_for(const Client& client);

}  // namespace ims
