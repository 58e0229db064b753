// How long work ends early: whoever wants its result hands in a question, and the work asks it now and then.
#pragma once

#include <functional>

namespace ims {

// True: nobody wants the result any more. Called from several threads at once. Empty: never.
using Stop = std::function<bool()>;

// What work throws that was stopped; it ends where the Stop was handed in, which says so in its result.
struct Stopped {};

// Throws Stopped where `stop` says so.
inline void go_on(const Stop& stop) {
    if (stop && stop()) throw Stopped();
}

}  // namespace ims
