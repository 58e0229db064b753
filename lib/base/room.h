// Room for what is made again and again and then kept in its exact size: each thread has its own, so that nothing is
// asked of the system for each file.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace ims {

// Takes the room of this thread, empty, and gives it back at the end. Where somebody else has it, it begins anew.
template <class Item>
class Room {
public:
    Room() : items(std::exchange(kept(), {})) { items.clear(); }
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;
    ~Room() {
        // What one very large file took is not held for good.
        if (items.capacity() <= kMost / sizeof(Item)) kept() = std::move(items);
    }
    std::vector<Item> items;

private:
    static constexpr std::size_t kMost = std::size_t{1} << 20;  // bytes
    static std::vector<Item>& kept() {
        thread_local std::vector<Item> room;
        return room;
    }
};

}  // namespace ims
