// What a client is told in answer, and otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/json.h"

namespace ims {

// As JSON-RPC and the Language Server Protocol count them.
enum class ErrorCode : std::int32_t {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    not_initialized = -32002,
    request_failed = -32803,
    request_cancelled = -32800,
};

struct Refusal {
    ErrorCode code = ErrorCode::request_failed;
    std::string why;  // for people
};
using Reply = std::variant<Json, Refusal>;

// The way to the client for whoever answers it.
class ToClient {
public:
    virtual ~ToClient() = default;
    virtual void notify(std::string_view method, Json params) = 0;
    // What is answered is of no interest.
    virtual void ask(std::string_view method, Json params) = 0;
};

}  // namespace ims
