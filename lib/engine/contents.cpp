#include "engine/contents.h"

#include <utility>

namespace ims {

Content* Contents::find(std::string_view bytes) {
    if (by_bytes_.empty()) return nullptr;
    const auto found = by_bytes_.find(bytes);
    return found == by_bytes_.end() ? nullptr : &found->second;
}

Content* Contents::add(std::shared_ptr<const ParsedFile> parsed) {
    const auto [place, added] = by_bytes_.try_emplace(parsed->bytes);
    if (added) place->second.parsed = std::move(parsed);
    return &place->second;
}

void Contents::forget_records() {
    for (auto& [bytes, content] : by_bytes_) {
        content.read = nullptr;
        content.catalogues = nullptr;
        content.emptied = nullptr;
    }
}

void Contents::keep_only(const std::vector<Content*>& used) {
    for (auto& [bytes, content] : by_bytes_) content.used = false;
    for (Content* content : used) {
        if (content != nullptr) content->used = true;
    }
    std::erase_if(by_bytes_, [](const auto& each) { return !each.second.used; });
}

}  // namespace ims
