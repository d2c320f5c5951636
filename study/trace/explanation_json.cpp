#include <nlohmann/json.hpp>

#include "analysis/metrics/target_scope.hpp"
#include "study/trace/explanation.hpp"

namespace railshift::study::trace {
namespace {

using nlohmann::ordered_json;

ordered_json both_json(const Words& words) { return {{"zh", words.zh}, {"en", words.en}}; }

ordered_json number_or_null(const std::optional<double>& number) { return number ? ordered_json(*number) : ordered_json(); }

ordered_json figure_json(const Explanation& way) {
  return {{"name", way.figure},
          {"metric", way.row.metric},
          {"period", way.row.period},
          {"scope", analysis::scope_of(way.row)},
          {"value", way.row.value},
          {"unit", way.row.unit},
          {"numerator", number_or_null(way.row.numerator)},
          {"denominator", number_or_null(way.row.denominator)},
          {"standing", way.row.standing}};
}

ordered_json target_json(const OfTarget& target) {
  return {{"id", target.id},    {"operator", target.op},     {"threshold", target.threshold},         {"unit", target.unit},
          {"due", target.due},  {"outcome", target.outcome}, {"value", number_or_null(target.value)}, {"file", "verdicts.csv"},
          {"line", target.line}};
}

ordered_json input_json(const CitedInput& input) {
  return {{"act", to_text(input.act)}, {"file", input.file},     {"line", input.line},     {"key", input.key},
          {"column", input.column},    {"value", input.value},   {"unit", input.unit},     {"standing", input.standing},
          {"source", input.source},    {"reason", input.reason}, {"clause", input.clause}, {"path", both_json(input.path)},
          {"weight_t", input.weight}};
}

}  // namespace

std::string to_json(const Explanation& way) {
  ordered_json json{{"format", "railshift explanation 1"}, {"figure", figure_json(way)}};
  if (way.target) json["target"] = target_json(*way.target);
  json["formula"] = {{"section", way.formula.section}, {"words", both_json(way.formula.words)}};
  json["cells"] = ordered_json::array();
  for (const CsvPlace& cell : way.cells)
    json["cells"].push_back({{"file", cell.file}, {"line", cell.line}, {"replication", cell.replication}, {"value", cell.value}});
  json["ledger"] = ordered_json::array();
  for (const LedgerSum& sum : way.sums)
    json["ledger"].push_back({{"table", sum.table}, {"column", sum.column}, {"unit", sum.unit}, {"rows", sum.rows}, {"sum", sum.sum}});
  json["acts"] = ordered_json::object();
  for (int act = 0; act < kActs; ++act)
    json["acts"][std::string(to_text(static_cast<Act>(act)))] = both_json(sentence(static_cast<Act>(act)));
  json["numbers_of_inputs"] = way.numbers;
  json["inputs"] = ordered_json::array();
  for (const CitedInput& input : way.inputs) json["inputs"].push_back(input_json(input));
  json["clauses"] = ordered_json::array();
  for (const Clause& clause : way.clauses)
    json["clauses"].push_back(
        {{"id", clause.id}, {"document", clause.document}, {"item", clause.item}, {"quote", clause.quote}, {"offices", clause.offices}});
  return json.dump(1) + "\n";
}

}  // namespace railshift::study::trace
