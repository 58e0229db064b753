// What differs between two states of a folder, record by record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/analyze.h"

namespace ims {

enum class ChangeSort : std::uint8_t {
    gone,
    unread,  // it may still be there: its document cannot be read, or its file is left out by `ignore`
    changed,
    renamed,
    readable,  // it was unread before
    added,
};

struct RecordChange {
    ChangeSort sort = ChangeSort::changed;
    std::string name;                 // `role/cashier`; of a renamed one that of now; `ims` of ims.yaml
    std::string was;                  // of a renamed one: its name before
    std::vector<std::string> fields;  // of a changed or renamed one: those that differ
    bool operator==(const RecordChange&) const = default;
};

class Changes {
public:
    Changes() = default;
    Changes(Changes&&) = default;
    Changes& operator=(Changes&&) = default;
    Changes(const Changes&) = delete;  // names point into the list
    Changes& operator=(const Changes&) = delete;
    // In the order of their names.
    [[nodiscard]] const std::vector<RecordChange>& all() const { return all_; }
    // By the name of now, or before where it is gone; null where nothing changed.
    [[nodiscard]] const RecordChange* of(std::string_view name) const;
    // The name of now of what was called so before; the same where it is not renamed.
    [[nodiscard]] std::string_view name_now(std::string_view before) const;
    // No record is called otherwise, and no file lies elsewhere.
    [[nodiscard]] bool names_all_the_same() const;
    // What a record of now was called before; its own name where it is not renamed.
    [[nodiscard]] std::string_view name_before(std::string_view name) const;
    // Where a file of now lay before, if its bytes lie at another place now; its own path otherwise.
    [[nodiscard]] std::string_view path_before(std::string_view path) const;

private:
    friend Changes find_changes(const Analysis& before, const Analysis& now);
    friend Changes all_new(const Analysis& now);
    explicit Changes(std::vector<RecordChange> all);
    std::vector<RecordChange> all_;
    std::unordered_map<std::string_view, std::size_t> by_name_;
    std::unordered_map<std::string_view, std::size_t> by_name_before_;  // of those that are renamed
    std::unordered_map<std::string, std::string> moved_;                // by path of now
};

// Layout and comments make no difference, nor does the file in which a record stands. A record gone and one come in the
// same file with most of its content is a renamed one, and who only names it by its new name has not changed.
Changes find_changes(const Analysis& before, const Analysis& now);

// Whether one state leaves a file out, by what `ignore` says, that the other did not.
bool is_newly_ignored(std::string_view path, const Analysis& before, const Analysis& now);

// What there is where there was nothing: every record that could be read is new.
Changes all_new(const Analysis& now);

}  // namespace ims
