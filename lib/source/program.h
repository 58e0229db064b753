// Another program, run without a shell: its arguments reach it as they are.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ims {

// What a program says on its standard error.
enum class Complaints { thrown_away, printed };

class Program {
public:
    // None where there is no such program. It sees our environment but for the variables of `without`, and besides
    // those of `with` ("NAME=value").
    static std::optional<Program> start(const std::vector<std::string>& arguments,
                                        std::span<const std::string_view> without = {},
                                        Complaints complaints = Complaints::thrown_away,
                                        std::vector<std::string> with = {});
    Program(Program&& other) noexcept;
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    Program& operator=(Program&&) = delete;
    // Ends its input and waits for it.
    ~Program();

    // A question to a program that answers before the next one; false where it has ended.
    bool send(std::string_view text);
    // Without the line end. None where it says no more.
    std::optional<std::string> read_line();
    std::optional<std::string> read(std::size_t size);

    // Sends all of `input` and gives all that it prints; none where it ended badly.
    std::optional<std::string> finish(std::string_view input = {});
    // Ends its input and gives all that it prints, however it ends.
    std::string read_all();

private:
    Program(int process, int in, int out) : process_(process), in_(in), out_(out) {}
    bool fill();
    bool wait();

    int process_ = -1;  // its number
    int in_ = -1;       // what it reads
    int out_ = -1;      // what it prints
    std::string printed_;
    std::size_t taken_ = 0;  // of `printed_`
};

}  // namespace ims
