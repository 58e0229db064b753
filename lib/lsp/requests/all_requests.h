// The requests that a client may make: one file here and one line of lsp/requests/requests.def each.
#pragma once

#include <cstdint>
#include <string_view>

#include "lsp/judged/asked.h"

namespace ims {

// When a request is answered: at once, by what was last judged; or once all that changed before it was judged.
enum class Answered : std::uint8_t { at_once, when_judged };

struct Request {
    std::string_view method;
    Answered answered;
    Reply (*answer)(const Asked& asked);
};

namespace requests {
#define IMS_REQUEST(identifier, method, answered) Reply identifier(const Asked& asked);
#include "lsp/requests/requests.def"
#undef IMS_REQUEST
}  // namespace requests

// Null where no request is called so.
const Request* find_request(std::string_view method);

}  // namespace ims
