#pragma once
/// Sentences on what it takes, the same on terminal and page.
#include <string>
#include <vector>

#include "analysis/levers/firm_ways.hpp"
#include "analysis/levers/target_levers.hpp"

namespace railshift::analysis {

[[nodiscard]] std::string lever_name(const Lever& lever, Language language);
/// What the runs of one lever say.
[[nodiscard]] std::string sentence(const LeverRow& row, const Verdict& verdict, Language language);
/// What several levers do together; empty where one is enough.
[[nodiscard]] std::string set_sentence(const TargetLevers& target, Language language);
/// What is not shown here (other readings), and what the limits on runs left out; empty if nothing.
[[nodiscard]] std::string limits_sentence(const LeverAnswer& answer, Language language);
/// Points of the figure, or whole units of it, for each unit of the lever.
[[nodiscard]] std::string per_unit_text(const LeverRow& row, const Verdict& verdict, Language language);
/// For each target the lever that is enough, or the set, or that there is none.
[[nodiscard]] std::string levers_text(const LeverAnswer& answer, Language language);

[[nodiscard]] std::string word(Way way, Language language);
/// -3.20 元/吨, or that the price is missing.
[[nodiscard]] std::string price_text(const std::optional<double>& yuan_per_t, Language language);
/// What National VI trucks are to the firm; empty of a firm without road tonnes.
[[nodiscard]] std::string vi_sentence(const FirmWays& firm, Language language);
/// Why no more tonnes find room; empty if nothing says so.
[[nodiscard]] std::string limit_text(WayLimit limit, Language language);
/// What of each firm's road tonnes could go by rail.
[[nodiscard]] std::string ways_text(const std::vector<FirmWays>& firms, Language language);

}  // namespace railshift::analysis
