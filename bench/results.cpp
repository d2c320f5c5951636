#include "bench/results.hpp"

#include <chrono>
#include <fstream>
#include <stdexcept>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include "sim/core/csv.hpp"

namespace railshift::bench {
namespace {

std::string number(double value) {
  if (value == 0.0) return "0";
  return value >= 100.0 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

std::string ratio_text(const Result& r) { return r.ratio ? fmt::format("{:.2f}", *r.ratio) : ""; }

std::string first_value(const char* file, const std::string& key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key, 0) == 0) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

}  // namespace

std::string Result::verdict() const {
  if (!target || !ratio) return "";
  return *ratio >= *target ? "yes" : "no";
}

Result limited(Result figure, double limit) {
  figure.yardstick = fmt::format("limit {} {}", number(limit), figure.unit);
  figure.ratio = limit / figure.value;
  figure.target = 1.0;
  return figure;
}

std::string load_average() {
  std::ifstream in("/proc/loadavg");
  std::string one, five, fifteen;
  in >> one >> five >> fifteen;
  return one + " " + five + " " + fifteen;
}

Machine this_machine() {
  Machine machine;
  machine.processor = first_value("/proc/cpuinfo", "model name");
  machine.cores = static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN));
  machine.compiler = "g++ " __VERSION__;
  machine.flags = RAILSHIFT_FLAGS;
  machine.date = fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
  machine.load_before = load_average();
  return machine;
}

void write_csv(const std::filesystem::path& file, const std::vector<Result>& results) {
  std::ofstream out(file);
  out << "workload,size,subject,yardstick,ratio,value,unit\n";
  for (const Result& r : results) {
    out << fmt::format("{},{},{},{},{},{:.6g},{}\n", csv_cell(r.workload), csv_cell(r.size), csv_cell(r.subject), csv_cell(r.yardstick),
                       ratio_text(r), r.value, csv_cell(r.unit));
  }
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

std::string markdown(const Machine& machine, const std::vector<Result>& results) {
  std::string text = fmt::format("{}, {} cores; {}; {}; {}; load average {} before, {} after.\n\n", machine.processor, machine.cores,
                                 machine.compiler, machine.flags, machine.date, machine.load_before, machine.load_after);
  text += "| workload | size | subject | value | yardstick | ratio | asked | holds |\n|---|---|---|---|---|---|---|---|\n";
  for (const Result& r : results) {
    text += fmt::format("| {} | {} | {} | {} {} | {} | {} | {} | {} |\n", r.workload, r.size, r.subject, number(r.value), r.unit,
                        r.yardstick, ratio_text(r), r.target ? fmt::format(">= {}", *r.target) : "", r.verdict());
  }
  return text;
}

}  // namespace railshift::bench
