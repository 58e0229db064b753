// The formats of documents (reports and views): one file and one line in document_formats.def each.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "output/sink.h"
#include "report/document.h"

namespace ims {

struct DocumentStyle {
    // How the folder of ims.yaml is reached from where the document will stand, with a `/` at its end; empty: it is the
    // same folder. Links to records begin with it.
    std::string to_records;
    // Whether the other reports are written beside this one, so that links to them lead somewhere.
    bool beside_others = false;
    // Of a screen, for the format text: its width (0: nothing is wrapped or cut), and whether it shows colour.
    std::size_t columns = 0;
    bool color = false;
};

struct DocumentFormat {
    std::string_view name;
    std::string_view extension;  // of a file, without the dot
    std::string_view summary;
    void (*write)(const Document& document, const DocumentStyle& style, const Sink& sink);
};

namespace document_formats {
#define IMS_DOCUMENT_FORMAT(identifier, extension, summary) \
    void identifier(const Document& document, const DocumentStyle& style, const Sink& sink);
#include "output/document/document_formats.def"
#undef IMS_DOCUMENT_FORMAT
}  // namespace document_formats

// In the order of document_formats.def; the first is the default.
std::span<const DocumentFormat> all_document_formats();
const DocumentFormat* find_document_format(std::string_view name);

// The name of a report's file: `gaps.md`, `role-cashier.md`; safe on every file system.
std::string document_file_name(std::string_view report, std::string_view subject, std::string_view extension);

}  // namespace ims
