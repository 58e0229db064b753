#include "reading.h"

#include <utility>

#include "base/unicode.h"

namespace ims::test {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

std::size_t after_value(const std::vector<Event>& events, std::size_t at) {
    std::size_t depth = 0;
    do {
        const Shape shape = events[at++].shape;
        if (shape == Shape::list || shape == Shape::map) ++depth;
        if (shape == Shape::list_end || shape == Shape::map_end) --depth;
    } while (depth > 0);
    return at;
}

class Loosener {
public:
    Loosener(const std::vector<Event>& events, std::size_t limit) : events_(events), limit_(limit) {
        for (std::size_t at = 0; at < events.size(); ++at) {
            if (events[at].anchor != 0 && events[at].shape != Shape::alias) anchors_[events[at].anchor] = at;
        }
    }

    Reading run() {
        add(0, events_.size());
        if (result_.events.size() > limit_) result_.refusal = "too much, with its aliases written out";
        return std::move(result_);
    }

private:
    void add(std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to && result_.events.size() <= limit_; ++at) {
            const Event& event = events_[at];
            if (event.shape == Shape::alias) {
                const std::size_t target = anchors_.at(event.anchor);
                add(target, after_value(events_, target));
                continue;
            }
            const bool quoted = is_scalar(event) && event.shape != Shape::null && event.shape != Shape::plain &&
                                event.shape != Shape::unknown;
            result_.events.push_back({quoted ? Shape::double_quoted : event.shape, 0, event.text});
        }
    }

    const std::vector<Event>& events_;
    std::size_t limit_;
    std::map<std::uint32_t, std::size_t> anchors_;
    Reading result_;
};

}  // namespace

std::uint32_t ReadingBuilder::define(std::string_view anchor) {
    if (anchor.empty()) return 0;
    anchors_[std::string(anchor)] = ++count_;
    return count_;
}

void ReadingBuilder::add_scalar(Shape shape, std::string text, std::string_view anchor) {
    if (shape == Shape::plain && says_nothing(text)) shape = Shape::null;
    if (shape == Shape::null) text.clear();
    reading_.events.push_back({shape, define(anchor), composed(text)});
}

void ReadingBuilder::open(Shape shape, std::string_view anchor) {
    reading_.events.push_back({shape, define(anchor), {}});
    open_.push_back(shape == Shape::list ? Shape::list_end : Shape::map_end);
}

void ReadingBuilder::close() {
    reading_.events.push_back({open_.back(), 0, {}});
    open_.pop_back();
}

bool ReadingBuilder::add_alias(std::string_view name) {
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) return false;
    reading_.events.push_back({Shape::alias, found->second, {}});
    return true;
}

void ReadingBuilder::end_document() {
    std::vector<Event>& events = reading_.events;
    if (events.size() == document_ + 1 && events.back().shape == Shape::null) {
        if (events.back().anchor != 0) --count_;
        events.pop_back();
    }
    if (events.size() > document_) events.push_back({Shape::document_end, 0, {}});
    document_ = events.size();
    anchors_.clear();
}

std::string to_line(const Reading& reading) {
    if (reading.refused()) return "!" + reading.refusal;
    std::string line;
    for (const Event& event : reading.events) {
        if (event.anchor != 0 && event.shape != Shape::alias) line += "&" + std::to_string(event.anchor);
        line += static_cast<char>(event.shape);
        if (event.shape == Shape::alias) line += std::to_string(event.anchor);
        if (is_scalar(event) && event.shape != Shape::null) {
            line += '"';
            for (const char c : event.text) {
                if (!needs_escape(c)) {
                    line += c;
                    continue;
                }
                line += '\\';
                line += kHex[static_cast<unsigned char>(c) >> 4];
                line += kHex[static_cast<unsigned char>(c) & 15];
            }
            line += '"';
        }
        line += ' ';
    }
    return line;
}

Reading from_line(std::string_view line) {
    Reading reading;
    if (line.starts_with('!')) {
        reading.refusal = line.substr(1);
        return reading;
    }
    std::size_t at = 0;
    const auto number = [&] {
        std::uint32_t value = 0;
        while (at < line.size() && line[at] >= '0' && line[at] <= '9')
            value = value * 10 + static_cast<std::uint32_t>(line[at++] - '0');
        return value;
    };
    while (at < line.size()) {
        Event event;
        if (line[at] == '&') {
            ++at;
            event.anchor = number();
        }
        event.shape = static_cast<Shape>(line.substr(at)[0]);
        ++at;
        if (event.shape == Shape::alias) event.anchor = number();
        if (is_scalar(event) && event.shape != Shape::null) {
            for (++at; at < line.size() && line[at] != '"'; ++at) {
                if (line[at] != '\\') {
                    event.text += line[at];
                    continue;
                }
                event.text += static_cast<char>(kHex.find(line[at + 1]) * 16 + kHex.find(line[at + 2]));
                at += 2;
            }
            event.text = composed(event.text);
            ++at;
        }
        ++at;
        reading.events.push_back(std::move(event));
    }
    return reading;
}

Reading loosened(const Reading& reading, std::size_t limit) {
    if (reading.refused()) return reading;
    return Loosener(reading.events, limit).run();
}

}  // namespace ims::test
