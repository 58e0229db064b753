// Memory for small things that live and die together: what is put here stays where it is until the arena ends. Not for
// use from several threads at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>

namespace ims {

class Arena {
public:
    // Takes no memory before something is put into it.
    Arena() = default;

    // Room for `count` of them, each as its type begins. Nothing of them is ever destroyed.
    template <class Item>
    [[nodiscard]] std::span<Item> make(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<Item>);
        if (count == 0) return {};
        auto* const first = static_cast<Item*>(memory().allocate(count * sizeof(Item), alignof(Item)));
        std::uninitialized_value_construct_n(first, count);
        return {first, count};
    }
    [[nodiscard]] std::string_view copy(std::string_view text) {
        const std::span<char> room = make<char>(text.size());
        std::ranges::copy(text, room.begin());
        return {room.data(), room.size()};
    }

private:
    std::pmr::memory_resource& memory() {
        if (!memory_) memory_ = std::make_unique<std::pmr::monotonic_buffer_resource>(kFirst);
        return *memory_;
    }
    static constexpr std::size_t kFirst = 512;  // bytes; each further block is larger
    std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
};

}  // namespace ims
