// A document as a comment on a pull or merge request: what it begins with is open and fits one screen, what is only
// looked up is folded.
#pragma once

#include "output/sink.h"
#include "report/document.h"

namespace ims {

// Begins with the hidden marker. No more than hosts take: rows and sections that do not fit are counted.
void write_comment(const Document& document, const Sink& sink);

}  // namespace ims
