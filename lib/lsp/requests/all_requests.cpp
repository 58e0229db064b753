#include "lsp/requests/all_requests.h"

#include <algorithm>
#include <array>

namespace ims {
namespace {

constexpr std::array kRequests = {
#define IMS_REQUEST(identifier, method, answered) Request{method, Answered::answered, &requests::identifier},
#include "lsp/requests/requests.def"
#undef IMS_REQUEST
};

}  // namespace

const Request* find_request(std::string_view method) {
    const auto found = std::ranges::find(kRequests, method, &Request::method);
    return found == kRequests.end() ? nullptr : &*found;
}

}  // namespace ims
