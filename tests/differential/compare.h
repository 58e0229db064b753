// What the readers see in files, held against each other and against the list of known differences.
#pragma once

#include <cstddef>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "differences.h"
#include "readers.h"
#include "reading.h"

namespace ims::test {

struct Sample {
    std::string name;
    std::string bytes;
    std::optional<Reading> meant;  // of a generated file
};

// read.mjs, which runs beside.
class OtherProgram {
public:
    OtherProgram(const char* requests, const char* answers) : requests_(requests), answers_(answers) {}
    [[nodiscard]] bool works() const { return requests_.good() && answers_.good(); }
    void ask(std::string_view bytes) { requests_ << bytes.size() << '\n' << bytes; }
    void flush() { requests_.flush(); }
    Reading answer();

private:
    std::ofstream requests_;
    std::ifstream answers_;
};

class Comparison {
public:
    Comparison(OtherProgram& other, bool shrinks) : other_(other), shrinks_(shrinks) {}

    void look_at(const std::vector<Sample>& samples);
    // Each known difference must show in its example.
    void look_at_examples();
    // Tells what was found; false where something is not explained.
    bool finish(bool long_run);

private:
    struct Readings {
        OurReading ours;
        Reading yaml_cpp;
        Reading libyaml;
        Reading yaml;
    };
    struct Difference {
        const Sample& sample;
        Reader reader;
        const Reading& right;  // what the file was written from; else what we see
        const Reading& theirs;
        std::optional<Mistake> mistake;  // for which we refuse the file
    };
    using Known = std::vector<const KnownDifference*>;

    template <class Function>
    static void for_each_difference(const Sample& sample, const Readings& readings, const Function& function);
    Reading read(Reader reader, const std::string& bytes);
    Readings read_all(const std::string& bytes);
    bool agrees_without(const Known& known, const Difference& difference);
    Known explain(const Difference& difference);
    void look_at(const Sample& sample, const Readings& readings);
    bool has(const Sample& sample, const std::string& kind);
    Sample smallest(Sample sample, const std::string& kind);
    void tell(const Sample& sample, const std::string& kind);

    OtherProgram& other_;
    bool shrinks_;  // to the smallest file that shows a difference: takes seconds
    std::map<std::string, std::size_t> unexplained_;
    std::map<const KnownDifference*, std::size_t> seen_;
    std::map<const KnownDifference*, std::string> first_;
    std::size_t generated_ = 0;
    std::size_t damaged_ = 0;
    std::size_t readable_ = 0;
    bool flawed_ = false;
};

}  // namespace ims::test
