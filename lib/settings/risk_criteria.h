// How `risk` and `classification` of ims.yaml are read: scales, levels, matrix, appetite.
#pragma once

#include <string_view>

#include "settings/setting_reporter.h"
#include "settings/settings.h"

namespace ims {

// What holds where ims.yaml says nothing.
void set_default_criteria(Settings& settings);

// `parsed`: ims.yaml, where the matrix is read from; `settings` has its disciplines. What is wrong is
// reported, and the default stays.
void read_risk_criteria(FieldView risk, FieldView classification, const ParsedFile& parsed, SettingReporter& reporter,
                        Settings& settings);

// Whether anything can be rated. Levels and matrix have to rise with likelihood and consequence; where they do not, no
// level that they give is true of any risk, and none is given: then both are empty.
bool rates(const RiskCriteria& criteria);
// Why not, as it stands behind "cannot be judged: ".
inline constexpr Message kRatesNothing{"the levels of risk[[ in ims.yaml]] contradict themselves"};

}  // namespace ims
