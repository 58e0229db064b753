#include "base/glob.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace ims {
namespace {

enum class Kind : unsigned char { literal, one, within_folder, across_folders, any_folders };

struct Token {
    Kind kind;
    char32_t literal = 0;
};

// The code point at `offset`; an invalid byte becomes a number of its own, so that it matches itself alone.
char32_t take(std::string_view text, std::size_t& offset) {
    const CodePoint point = decode_utf8(text, offset);
    const auto byte = static_cast<unsigned char>(text[offset]);
    offset += point.length;
    return point.valid ? point.value : char32_t{0x110000} + byte;
}

std::vector<Token> tokenize(std::string_view pattern) {
    std::vector<Token> tokens;
    if (pattern.starts_with("./")) pattern.remove_prefix(1);
    const bool rooted = pattern.starts_with('/');
    if (rooted) pattern.remove_prefix(1);
    const bool folder = pattern.ends_with('/');
    if (folder) pattern.remove_suffix(1);
    if (!rooted && pattern.find('/') == std::string_view::npos) tokens.push_back({Kind::any_folders});

    for (std::size_t offset = 0; offset < pattern.size();) {
        const bool begins_name = offset == 0 || pattern[offset - 1] == '/';
        if (begins_name && pattern.substr(offset).starts_with("**/")) {
            tokens.push_back({Kind::any_folders});
            offset += 3;
        } else if (pattern[offset] == '*') {
            const std::size_t end = std::min(pattern.find_first_not_of('*', offset), pattern.size());
            tokens.push_back({end - offset > 1 ? Kind::across_folders : Kind::within_folder});
            offset = end;
        } else if (pattern[offset] == '?') {
            tokens.push_back({Kind::one});
            ++offset;
        } else {
            tokens.push_back({Kind::literal, take(pattern, offset)});
        }
    }
    // The folder itself is tried by the caller below.
    if (folder) {
        tokens.push_back({Kind::literal, U'/'});
        tokens.push_back({Kind::across_folders});
    }
    return tokens;
}

// All places of the pattern that a path can have reached, moved on a character at a time.
class Places {
public:
    explicit Places(const std::vector<Token>& tokens)
        : tokens_(tokens), now_(tokens.size() + 1), next_(tokens.size() + 1) {
        enter(now_, 0);
    }

    void step(char32_t c) {
        std::fill(next_.begin(), next_.end(), char{0});
        for (std::size_t place = 0; place < tokens_.size(); ++place) {
            if (now_[place] != 0) step_from(place, c);
        }
        now_.swap(next_);
    }

    [[nodiscard]] bool at_end() const { return now_.back() != 0; }

private:
    void step_from(std::size_t place, char32_t c) {
        const Token& token = tokens_[place];
        switch (token.kind) {
            case Kind::literal:
                if (c == token.literal) enter(next_, place + 1);
                break;
            case Kind::one:
                if (c != U'/') enter(next_, place + 1);
                break;
            case Kind::within_folder:
                if (c != U'/') enter(next_, place);
                break;
            case Kind::across_folders: enter(next_, place); break;
            case Kind::any_folders:
                next_[place] = 1;  // within a folder's name: only its `/` leads on
                if (c == U'/') enter(next_, place + 1);
                break;
        }
    }

    // Reaches `place`, and those behind it that may match nothing.
    void enter(std::vector<char>& places, std::size_t place) const {
        places[place] = 1;
        while (place < tokens_.size() && tokens_[place].kind != Kind::literal && tokens_[place].kind != Kind::one) {
            places[++place] = 1;
        }
    }

    const std::vector<Token>& tokens_;
    std::vector<char> now_;
    std::vector<char> next_;
};

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
    if (pattern.empty() || path.empty()) return false;
    const std::vector<Token> tokens = tokenize(pattern);
    Places places(tokens);
    for (std::size_t offset = 0; offset < path.size();) places.step(take(path, offset));
    if (places.at_end()) return true;
    // `drafts/` is the folder `drafts` too, under whichever way the caller names it.
    if (!pattern.ends_with('/') || path.ends_with('/')) return false;
    places.step(U'/');
    return places.at_end();
}

}  // namespace ims
