#pragma once
/// 责任单位表 - a row for every main target with who leads, what must be true, the quarters of its year and the risk; what needs a decision
/// first.
#include <string>
#include <vector>

#include "analysis/brief/conclusions.hpp"
#include "analysis/judge/offices.hpp"
#include "analysis/schedule/schedule.hpp"

namespace railshift::analysis {

struct OfficeRow {
  const Verdict* target = nullptr;
  std::vector<std::string> leads;            ///< offices that lead its clause; empty: it names none
  std::size_t others = 0;                    ///< that join
  const TargetSchedule* schedule = nullptr;  ///< null without figures
  MustBe must = MustBe::as_arranged;
  WhatWouldDo would;
  ReadingSpread readings;
  Risk risk = Risk::unknown;
};

struct OfficeQuestion {
  const World& world;
  const std::vector<Verdict>& verdicts;
  const LeverAnswer* levers;  ///< null of a quick assessment
  const std::optional<ChancesSaid>& chances;
  const Schedule& schedule;
};
/// By urgency, then by due day and in order. Rows point into the question.
[[nodiscard]] std::vector<OfficeRow> office_rows(const OfficeQuestion& question);

}  // namespace railshift::analysis
