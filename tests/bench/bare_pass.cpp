// The yardsticks of the benchmark, over the same files as `ims check`: what it takes to read their bytes, and to let a
// parser tell its events to nobody. What `ims check` takes beyond this is our own doing.
// Usage: ims_bare_pass read|libyaml|yaml-cpp FOLDER
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>
#ifdef IMS_LIBYAML
#include <yaml.h>
#endif

namespace {

class Nobody final : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { ++events; }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        ++events;
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        ++events;
    }
    void OnMapEnd() override {}
    std::size_t events = 0;
};

std::string bytes_of(const std::string& path) {
    std::string bytes(std::filesystem::file_size(path), '\0');
    std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

std::size_t lines(const std::string& bytes) { return static_cast<std::size_t>(std::ranges::count(bytes, '\n')); }

std::size_t events_of_yaml_cpp(const std::string& bytes) {
    std::istringstream in(bytes);
    YAML::Parser parser(in);
    Nobody nobody;
    while (parser.HandleNextDocument(nobody)) {
    }
    return nobody.events;
}

#ifdef IMS_LIBYAML
std::size_t events_of_libyaml(const std::string& bytes) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) return 0;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::size_t events = 0;
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) break;
        more = event.type != YAML_STREAM_END_EVENT;
        const bool counts = event.type == YAML_ALIAS_EVENT || event.type == YAML_SCALAR_EVENT ||
                            event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_MAPPING_START_EVENT;
        events += counts ? 1 : 0;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return events;
}
#endif

struct Pass {
    std::string_view name;
    std::string_view counts;
    std::size_t (*count)(const std::string& bytes);
};
constexpr Pass kPasses[] = {
    {"read", "lines", lines},
#ifdef IMS_LIBYAML
    {"libyaml", "events", events_of_libyaml},
#endif
    {"yaml-cpp", "events", events_of_yaml_cpp},
};

}  // namespace

int main(int count, char** arguments) {
    const auto pass = count == 3 ? std::ranges::find(kPasses, std::string_view(arguments[1]), &Pass::name)
                                 : std::ranges::end(kPasses);
    if (pass == std::ranges::end(kPasses)) {
        std::fprintf(stderr, "usage: ims_bare_pass read|libyaml|yaml-cpp FOLDER (libyaml where it was found)\n");
        return 2;
    }
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[2])) {
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
    }
    std::ranges::sort(paths);
    std::size_t sum = 0;
    for (const std::string& path : paths) sum += pass->count(bytes_of(path));
    std::printf("%zu files, %zu %s\n", paths.size(), sum, pass->counts.data());
    return 0;
}
