#include "check/words.h"

namespace ims {

Message told_interval(const FieldView& every, const Settings& settings, Arena& arena) {
    if (const auto own = every.duration()) return make_message(arena, "its interval is {}", *own);
    return make_message(arena, "its interval is {}, which is [[`review.every` of ims.yaml|the usual one here]]",
                        settings.review_every);
}

}  // namespace ims
