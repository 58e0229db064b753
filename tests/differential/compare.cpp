#include "compare.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <utility>

namespace ims::test {

namespace {

constexpr std::size_t kMostTold = 20;
constexpr std::size_t kMostAtOnce = 10;  // known differences in one file

std::string visible(std::string_view bytes) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') text += "\\n";
        else if (c == '\t') text += "\\t";
        else if (c == '\r') text += "\\r";
        else if (byte < 0x20) text += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
        else text += c;
    }
    return text;
}

// What unexplained differences of one kind have in common, roughly.
std::string kind_of(Reader reader, const Reading& right, const Reading& theirs) {
    const auto without_numbers = [](std::string text) {
        std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
        return text;
    };
    const std::string who(name_of(reader));
    if (right.refused() == theirs.refused()) return who + " reads something else";
    return right.refused() ? who + " reads, while we refuse: " + right.refusal.substr(0, right.refusal.find(" at "))
                           : who + " refuses: " + without_numbers(theirs.refusal);
}

bool differ(const Reading& right, const Reading& theirs) {
    if (right.refused() || theirs.refused()) return right.refused() != theirs.refused();
    return right.events != theirs.events;
}

const KnownDifference* find_refusal(Reader reader, Mistake mistake, const Reading& theirs) {
    for (const KnownDifference& known : known_differences()) {
        if (known.refused_for == mistake && known.reader == reader && (known.makes == nullptr || known.makes(theirs)))
            return &known;
    }
    return nullptr;
}

}  // namespace

Reading OtherProgram::answer() {
    std::string line;
    if (!std::getline(answers_, line)) {
        std::cerr << "read.mjs ended before its time\n";
        std::exit(2);
    }
    return from_line(line);
}

template <class Function>
void Comparison::for_each_difference(const Sample& sample, const Readings& readings, const Function& function) {
    const Reading& ours = readings.ours.reading;
    const Reading& right = sample.meant ? *sample.meant : ours;
    std::optional<Mistake> mistake;
    if (!sample.meant) mistake = readings.ours.mistake;
    const auto compare = [&](Reader reader, const Reading& expected, const Reading& theirs) {
        if (differ(expected, theirs)) function(Difference{sample, reader, expected, theirs, mistake});
    };
    if (sample.meant) compare(Reader::ours, right, ours);
    // yaml-cpp makes something of nearly everything: what it reads where we refuse tells nothing.
    if (!right.refused()) compare(Reader::yaml_cpp, loosened(right), readings.yaml_cpp);
    if (has_libyaml()) compare(Reader::libyaml, right, readings.libyaml);
    compare(Reader::yaml, right, readings.yaml);
}

Reading Comparison::read(Reader reader, const std::string& bytes) {
    switch (reader) {
        case Reader::ours: return read_as_ours(bytes).reading;
        case Reader::yaml_cpp: return read_by_yaml_cpp(bytes);
        case Reader::libyaml: return read_by_libyaml(bytes);
        case Reader::yaml:
            other_.ask(bytes);
            other_.flush();
            return other_.answer();
    }
    return {};
}

Comparison::Readings Comparison::read_all(const std::string& bytes) {
    return {read_as_ours(bytes), read_by_yaml_cpp(bytes), read_by_libyaml(bytes), read(Reader::yaml, bytes)};
}

bool Comparison::agrees_without(const Known& known, const Difference& difference) {
    std::string changed = difference.sample.bytes;
    for (const KnownDifference* each : known) changed = each->without(std::move(changed));
    if (changed == difference.sample.bytes) return false;
    const OurReading ours = read_as_ours(changed);
    if (ours.reading.refused()) {
        if (!difference.mistake) return false;
        // Both must refuse it now, and we for the same reason; or for another that is known, too.
        const Reading theirs = read(difference.reader, changed);
        return theirs.refused() ? ours.mistake == difference.mistake
                                : find_refusal(difference.reader, *ours.mistake, theirs) != nullptr;
    }
    // What was wrong with ours is gone where the others agree with it.
    const Reader reader = difference.reader == Reader::ours ? Reader::yaml : difference.reader;
    const Reading theirs = read(reader, changed);
    return !differ(reader == Reader::yaml_cpp ? loosened(ours.reading) : ours.reading, theirs);
}

// As few as explain it; none where it is not explained.
Comparison::Known Comparison::explain(const Difference& difference) {
    const std::string& bytes = difference.sample.bytes;
    if (difference.mistake) {
        const KnownDifference* known = find_refusal(difference.reader, *difference.mistake, difference.theirs);
        if (known != nullptr) return {known};
    }
    Known present;
    for (const KnownDifference& known : known_differences()) {
        const bool mine = known.reader == difference.reader || known.reader == Reader::ours ||
                          (difference.reader == Reader::ours && known.reader == Reader::yaml);
        if (!mine || known.without == nullptr || known.without(bytes) == bytes) continue;
        if (known.reader == difference.reader && agrees_without({&known}, difference)) return {&known};
        present.push_back(&known);
    }
    // A file holds a handful at most; of more, any set may do.
    const std::size_t count = std::min<std::size_t>(present.size(), kMostAtOnce);
    for (std::size_t size = 2; size <= count; ++size) {
        for (std::uint32_t set = 1; set < (1u << count); ++set) {
            if (static_cast<std::size_t>(std::popcount(set)) != size) continue;
            Known chosen;
            for (std::size_t at = 0; at < count; ++at) {
                if ((set >> at & 1u) != 0) chosen.push_back(present[at]);
            }
            const bool about_it = std::any_of(chosen.begin(), chosen.end(), [&](const KnownDifference* each) {
                return each->reader == difference.reader;
            });
            if (about_it && agrees_without(chosen, difference)) return chosen;
        }
    }
    return {};
}

void Comparison::look_at(const std::vector<Sample>& samples) {
    // Both work at once: an answer may have to wait until it is read.
    std::thread asking([&] {
        for (const Sample& sample : samples) other_.ask(sample.bytes);
        other_.flush();
    });
    std::vector<Readings> readings;
    for (const Sample& sample : samples) {
        Readings& each = readings.emplace_back();
        each.ours = read_as_ours(sample.bytes);
        // What yaml-cpp reads where we refuse tells nothing: see for_each_difference.
        if (sample.meant || !each.ours.reading.refused()) each.yaml_cpp = read_by_yaml_cpp(sample.bytes);
        each.libyaml = read_by_libyaml(sample.bytes);
    }
    for (Readings& each : readings) each.yaml = other_.answer();
    asking.join();
    for (std::size_t at = 0; at < samples.size(); ++at) look_at(samples[at], readings[at]);
}

void Comparison::look_at(const Sample& sample, const Readings& readings) {
    ++(sample.meant ? generated_ : damaged_);
    if (!readings.ours.reading.refused()) ++readable_;
    std::vector<std::string> told;
    for_each_difference(sample, readings, [&](const Difference& difference) {
        const Known known = explain(difference);
        for (const KnownDifference* each : known) {
            if (seen_[each]++ == 0) first_[each] = sample.name;
        }
        if (!known.empty()) return;
        const std::string kind = kind_of(difference.reader, difference.right, difference.theirs);
        if (unexplained_[kind]++ == 0 && unexplained_.size() <= kMostTold) told.push_back(kind);
    });
    for (const std::string& kind : told) tell(sample, kind);
}

void Comparison::look_at_examples() {
    for (const KnownDifference& known : known_differences()) {
        if (known.reader == Reader::libyaml && !has_libyaml()) continue;
        const Sample sample{"example", std::string(known.example), {}};
        const Readings readings = read_all(sample.bytes);
        bool shows = false;
        for_each_difference(sample, readings, [&](const Difference& difference) {
            // Where we are wrong, others differ from us.
            const bool mine = difference.reader == known.reader || known.reader == Reader::ours;
            const Known found = mine ? explain(difference) : Known();
            shows = shows || (found.size() == 1 && found.front() == &known);
        });
        if (shows) continue;
        flawed_ = true;
        std::cout << name_of(known.reader) << ": " << known.name << ": does not show in its example any more\n";
        tell(sample, "its example");
    }
}

bool Comparison::finish(bool long_run) {
    std::cout << generated_ << " generated, " << damaged_ << " damaged files; " << readable_ << " read by us\n";
    for (const KnownDifference& known : known_differences()) {
        const auto found = seen_.find(&known);
        if (found == seen_.end() && !long_run) continue;
        std::cout << "  " << name_of(known.reader) << ": " << known.name << ": ";
        if (found == seen_.end()) std::cout << "never\n";
        else std::cout << found->second << ", first in " << first_[&known] << "\n";
    }
    for (const auto& [kind, count] : unexplained_) std::cout << "NOT EXPLAINED: " << count << " times " << kind << "\n";
    return unexplained_.empty() && !flawed_;
}

bool Comparison::has(const Sample& sample, const std::string& kind) {
    const Readings readings = read_all(sample.bytes);
    bool found = false;
    for_each_difference(sample, readings, [&](const Difference& difference) {
        found = found || (kind_of(difference.reader, difference.right, difference.theirs) == kind &&
                          explain(difference).empty());
    });
    return found;
}

// The smallest file that shows a difference of this kind. What a generated file means is not known of its parts.
Sample Comparison::smallest(Sample sample, const std::string& kind) {
    sample.meant.reset();
    if (!has(sample, kind)) return sample;
    std::size_t left = 1000;  // attempts
    for (std::size_t size = sample.bytes.size() / 2; size > 0; size /= 2) {
        for (std::size_t at = 0; at + size <= sample.bytes.size() && left-- > 0;) {
            Sample part = sample;
            part.bytes.erase(at, size);
            if (has(part, kind)) sample = part;
            else at += size > 8 ? size / 2 : 1;
        }
    }
    return sample;
}

void Comparison::tell(const Sample& sample, const std::string& kind) {
    std::cout << "----- " << sample.name << ": " << kind << "\n";
    const Sample least = shrinks_ ? smallest(sample, kind) : sample;
    const Readings readings = read_all(least.bytes);
    std::cout << "file:     " << visible(least.bytes) << "\n";
    if (least.meant) std::cout << "meant:    " << to_line(*least.meant) << "\n";
    std::cout << "ours:     " << to_line(readings.ours.reading) << "\nyaml-cpp: " << to_line(readings.yaml_cpp)
              << "\nlibyaml:  " << to_line(readings.libyaml) << "\nyaml:     " << to_line(readings.yaml) << "\n"
              << std::flush;
}

}  // namespace ims::test
