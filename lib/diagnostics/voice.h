// How messages become words. A voice knows for whom it speaks; the walk over a template, plurals and lists are the same
// for all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/record_name.h"
#include "diagnostics/message.h"

namespace ims {

// editors: people who write the records, and programs. readers: people who read what is reported of them.
enum class Audience : std::uint8_t { editors, readers };

// What messages name by number, as the records call it.
class Names {
public:
    virtual ~Names() = default;
    [[nodiscard]] virtual RecordName record(RecordId record) const = 0;
    [[nodiscard]] virtual std::string_view kind(KindId kind, bool plural) const = 0;  // interested_party
    [[nodiscard]] virtual std::string_view field(Field field) const = 0;              // review.every
    [[nodiscard]] virtual std::string_view choice(Choice choice) const = 0;           // not-met
    [[nodiscard]] virtual std::string_view discipline(Discipline discipline) const = 0;
};

class Voice {
public:
    virtual ~Voice() = default;
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    void say(const Message& message) { say(message.text(), message.arguments()); }

protected:
    explicit Voice(Audience audience) : audience_(audience) {}

    // Words of ours.
    virtual void text(std::string_view words) = 0;
    // One argument: no message, no list, no count.
    virtual void show(const Argument& argument) = 0;
    // How the disciplines of a set are joined.
    [[nodiscard]] virtual Joined joined(DisciplineSet) const { return Joined::by_and; }

private:
    friend struct VoiceWalk;
    void say(std::string_view text, std::span<const Argument> arguments);
    void hole(const templates::Hole& hole, std::span<const Argument> arguments, std::size_t& next);
    void show_any(const Argument& argument, std::size_t most);
    void show_list(const Argument& list, std::size_t most);
    void show_disciplines(const Argument& set, std::size_t most);
    // Calls `show_item` for each that is shown, with the words between them.
    template <class ShowItem>
    void join(std::size_t total, std::size_t most, Joined joined, const ShowItem& show_item);
    Audience audience_;
};

// For editors: ids and names of fields between backticks, as they are written.
class EditorVoice : public Voice {
public:
    // `names` outlives it.
    explicit EditorVoice(const Names& names) : EditorVoice(names, own_) {}
    // Speaks at the end of `out`, which outlives it too.
    EditorVoice(const Names& names, std::string& out) : Voice(Audience::editors), names_(names), said_(out) {}
    [[nodiscard]] std::string take() { return std::exchange(said_, {}); }

protected:
    void text(std::string_view words) override { said_ += words; }
    void show(const Argument& argument) override;
    // Between backticks, if it is to be.
    void add(std::string_view words, Written written);
    [[nodiscard]] const Names& names() const { return names_; }

private:
    const Names& names_;
    std::string own_;
    std::string& said_;
};

std::string for_editors(const Message& message, const Names& names);
// The same at the end of a text that is there already.
void say_to_editors(const Message& message, const Names& names, std::string& out);

// Of messages that name nothing by number: what is wrong with a text, a setting, a schema.
std::string for_editors(const Message& message);

}  // namespace ims
