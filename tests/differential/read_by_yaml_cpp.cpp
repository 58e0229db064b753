#include <exception>
#include <sstream>
#include <string>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "base/unicode.h"
#include "readers.h"

namespace ims::test {

namespace {

constexpr std::size_t kMostEvents = 100'000;
constexpr std::size_t kDeepest = 200;  // a value may hold itself

void add_node(const YAML::Node& node, std::size_t level, Reading& reading) {
    if (level > kDeepest) reading.refusal = "too many levels";
    if (level > kDeepest || reading.events.size() > kMostEvents) return;
    if (node.IsSequence()) {
        reading.events.push_back({Shape::list, 0, {}});
        for (const YAML::Node& item : node) add_node(item, level + 1, reading);
        reading.events.push_back({Shape::list_end, 0, {}});
    } else if (node.IsMap()) {
        reading.events.push_back({Shape::map, 0, {}});
        for (const auto& entry : node) {
            add_node(entry.first, level + 1, reading);
            add_node(entry.second, level + 1, reading);
        }
        reading.events.push_back({Shape::map_end, 0, {}});
    } else if (node.IsScalar()) {
        const std::string& tag = node.Tag();
        const Shape shape = tag == "!" ? Shape::double_quoted : tag == "?" ? Shape::plain : Shape::unknown;
        reading.events.push_back({shape, 0, composed(node.Scalar())});
    } else {
        reading.events.push_back({Shape::null, 0, {}});
    }
}

// Nothing but the number of documents.
class Counter : public YAML::EventHandler {
public:
    std::size_t documents = 0;
    void OnDocumentStart(const YAML::Mark&) override { ++documents; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

// Some documents that begin with a comma or bracket it reads again and again, and LoadAll keeps each.
bool never_ends(const std::string& bytes) {
    std::istringstream stream(bytes);
    YAML::Parser parser(stream);
    Counter counter;
    while (counter.documents <= bytes.size() && parser.HandleNextDocument(counter)) {
    }
    return counter.documents > bytes.size();
}

}  // namespace

Reading read_by_yaml_cpp(const std::string& bytes) {
    Reading reading;
    try {
        if (never_ends(bytes)) {
            reading.refusal = "would never end";
            return reading;
        }
        for (const YAML::Node& document : YAML::LoadAll(bytes)) {
            if (document.IsNull()) continue;
            add_node(document, 0, reading);
            reading.events.push_back({Shape::document_end, 0, {}});
        }
    } catch (const std::exception& error) {
        reading.refusal = error.what();
    }
    if (reading.events.size() > kMostEvents) reading.refusal = "too much, with its aliases written out";
    if (reading.refused()) reading.events.clear();
    return reading;
}

}  // namespace ims::test
