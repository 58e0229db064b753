// How `risk` and `classification` of ims.yaml are read: scales, levels, matrix, appetite.
#pragma once

#include "settings/setting_reporter.h"
#include "settings/settings.h"

namespace ims {

// What holds where ims.yaml says nothing.
void set_default_criteria(Settings& settings);

// `tree` and `bytes` of ims.yaml, where the matrix is read from; `settings` has its disciplines. What is wrong is
// reported, and the default stays.
void read_risk_criteria(FieldView risk, FieldView classification, const ValueSource& source, SettingReporter& reporter,
                        Settings& settings);

}  // namespace ims
