#pragma once
/// Tables about goods: tonnes, balances, flows, hauls.
#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

[[nodiscard]] Sheet goods_sheet(const Scribe& s);
[[nodiscard]] Sheet balance_sheet(const Scribe& s);
[[nodiscard]] Sheet flow_sheet(const Scribe& s);
[[nodiscard]] Sheet haul_sheet(const Scribe& s);

}  // namespace railshift::analysis::look
