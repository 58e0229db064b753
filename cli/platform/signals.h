// Ctrl-C and the like wait while this lives, and count afterwards: for what must not be done by half.
#pragma once

#include <csignal>

namespace ims {

class SignalsHeld {
public:
    SignalsHeld();
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;
    ~SignalsHeld();

private:
    sigset_t before_;
};

}  // namespace ims
