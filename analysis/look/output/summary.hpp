#pragma once
/// A look for the terminal: totals, flags, top lists; a screen or two.
#include <functional>
#include <string>

#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

/// How the terminal marks a severity (colours there, the plain word elsewhere).
using Marking = std::function<std::string(Severity, const std::string&)>;

[[nodiscard]] std::string summary(const World& world, const Look& look, Language language, const Marking& mark);

}  // namespace railshift::analysis::look
