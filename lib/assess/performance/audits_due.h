// In which disciplines a process is to be audited within the cycle: those that it carries, whatever its type, unless it
// says why they do not concern it.
#pragma once

#include "assess/concerns/concerns.h"

namespace ims {

inline DisciplineSet audits_due_in(const ProcessConcerns& process) {
    return process.concerned.without(process.not_applicable);
}

}  // namespace ims
