#include "sim/ledger/tables.hpp"

#include "sim/core/contract.hpp"

namespace railshift::ledger {

std::string_view to_text(StockKind kind) {
  switch (kind) {
    case StockKind::site_out:
      return "site_out";
    case StockKind::site_in:
      return "site_in";
    case StockKind::siding:
      return "siding";
  }
  broken_promise("kind", "a stock kind is one of its list", __FILE__, __LINE__);
}

std::string_view to_text(Compliance compliance) {
  switch (compliance) {
    case Compliance::no_rule:
      return "no_rule";
    case Compliance::compliant:
      return "compliant";
    case Compliance::violation:
      return "violation";
  }
  broken_promise("compliance", "compliance is one of its list", __FILE__, __LINE__);
}

}  // namespace railshift::ledger
