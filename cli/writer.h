// Where text goes: a descriptor of the system, or a string in tests. Buffered; nothing is lost in silence, except where
// the reader has gone (`ims check | head`), which is no trouble.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ims {

class Writer {
public:
    // `name` is how messages call it. `owned`: the descriptor is closed with the writer, and `name` is the path of a
    // file.
    enum class Owned { no, yes };
    Writer(int descriptor, std::string name, Owned owned)
        : name_(std::move(name)), descriptor_(descriptor), owned_(owned) {}
    explicit Writer(std::string& text) : text_(&text) {}
    static Writer to_standard_output();
    static Writer to_standard_error();
    // Writes to the file `temporary`, which `finish` gives the name `target`; without `finish` it is gone again.
    // `synced`: `settle` waits until all is on the disk itself. `new`: `finish` fails where something has that name.
    enum class Care { usual, synced, synced_and_new };
    static Writer replacing(int descriptor, std::string name, std::string temporary, std::string target,
                            Care care = Care::usual);
    Writer(Writer&& other) noexcept;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    Writer& operator=(Writer&&) = delete;
    ~Writer();

    // What is written from now on passes through `filter` first, whole lines at a time: a line that has not ended waits
    // for its end, or for that of the writer.
    void filter(std::function<std::string(std::string_view)> filter);
    void write(std::string_view text);
    void flush();
    // Writes what is left and lets go of the file. An error if anything that was written did not arrive.
    Outcome settle();
    // Settles; a file that replaces another takes its place only now.
    Outcome finish();

private:
    void put(std::string_view text);
    void end_line();
    [[nodiscard]] Error trouble_with_name(int number) const;

    std::string name_;
    std::string* text_ = nullptr;
    int descriptor_ = -1;
    Owned owned_ = Owned::no;
    std::string temporary_;
    std::string target_;
    Care care_ = Care::usual;
    std::function<std::string(std::string_view)> filter_;
    std::string line_;  // that has not ended, where there is a filter
    std::string buffer_;
    int trouble_ = 0;  // errno
    bool nobody_reads_ = false;
};

}  // namespace ims
