#pragma once
/// A place on the earth.
#include "sim/rules/roads/straight_line.hpp"

namespace railshift::analysis::look {

using rules::Degrees;
using rules::degrees;

}  // namespace railshift::analysis::look
