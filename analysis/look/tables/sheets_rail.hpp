#pragma once
/// Tables about the railway: sections, sidings.
#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

[[nodiscard]] Sheet section_sheet(const Scribe& s);
[[nodiscard]] Sheet siding_sheet(const Scribe& s);

}  // namespace railshift::analysis::look
