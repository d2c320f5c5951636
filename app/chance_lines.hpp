#pragma once
/// Chances on the terminal, of an assessment and of each case of a study.
#include <string>

#include "study/members/member_study.hpp"

namespace railshift::app {

/// How many members say it, and how chances are to be read: a line.
[[nodiscard]] std::string chance_lead(const study::MemberAnswer& answer);
/// The table of main targets, and members without figures with the command that runs each alone.
void print_chances(const study::MemberAnswer& answer);

}  // namespace railshift::app
