// A value or the reason why there is none: how trouble with the world (an unreadable folder, a bad option,
// a bad schema) travels to `main`. Trouble in a user's records is a Finding instead and stops nothing.
// A small subset of std::expected, which g++ 12 lacks in C++20.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/assert.h"

namespace ims {

// Why something could not be done, in words for the user.
struct Error {
    // Without a path: no file and no folder is at fault, but what was asked or handed over.
    explicit Error(std::string why) : reason(std::move(why)) {}
    Error(std::string of, std::string why) : path(std::move(of)), reason(std::move(why)) {}
    Error(std::string of, std::string at, std::string why)
        : path(std::move(of)), place(std::move(at)), reason(std::move(why)) {}

    // The whole sentence: "path: reason", "path:3:7: reason", or the reason alone.
    [[nodiscard]] std::string message() const { return path.empty() ? reason : path + place + ": " + reason; }

    std::string path;    // the file or folder that is at fault; may be empty
    std::string place;   // where in it, as it stands behind the path: `:3:7`, `, field colour`; may be empty
    std::string reason;  // the rest of the sentence, which makes sense beside the path too
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // Requires: has_value().
    T& value() & {
        IMS_ASSERT(has_value(), "a Result was read that holds an error");
        return std::get<0>(state_);
    }
    const T& value() const& {
        IMS_ASSERT(has_value(), "a Result was read that holds an error");
        return std::get<0>(state_);
    }
    T&& value() && {
        IMS_ASSERT(has_value(), "a Result was read that holds an error");
        return std::get<0>(std::move(state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    // Requires: !has_value().
    [[nodiscard]] const Error& error() const {
        IMS_ASSERT(!has_value(), "a Result was asked for an error and holds none");
        return std::get<1>(state_);
    }

private:
    std::variant<T, Error> state_;
};

struct Nothing {};
using Outcome = Result<Nothing>;

}  // namespace ims

#define IMS_CONCAT_(a, b) a##b
#define IMS_CONCAT(a, b) IMS_CONCAT_(a, b)

// Hands an error on to the caller; goes on otherwise.
#define IMS_TRY(expression)                                                         \
    do {                                                                            \
        if (auto ims_result = (expression); !ims_result) return ims_result.error(); \
    } while (false)

// `IMS_TRY_ASSIGN(auto name, expression)`: the value, or the error to the caller.
#define IMS_TRY_ASSIGN(target, expression)                                                    \
    auto IMS_CONCAT(ims_result_, __LINE__) = (expression);                                    \
    if (!IMS_CONCAT(ims_result_, __LINE__)) return IMS_CONCAT(ims_result_, __LINE__).error(); \
    target = std::move(*IMS_CONCAT(ims_result_, __LINE__))
