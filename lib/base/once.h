// A value that is made when it is first asked for, and only then; by one of those who ask, and the others wait for it.
// From several threads at once too.
#pragma once

#include <mutex>
#include <optional>

namespace ims {

template <class Value>
class Once {
public:
    // `make` is the same whoever asks. What it throws arrives there, and the next one who asks tries again.
    template <class Make>
    const Value& get(const Make& make) const {
        std::call_once(made_, [&] { value_.emplace(make()); });
        return *value_;
    }

private:
    mutable std::once_flag made_;
    mutable std::optional<Value> value_;
};

}  // namespace ims
