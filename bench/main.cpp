/// railshift_bench: speed and memory against yardsticks in the same run.
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/city_case.hpp"
#include "bench/cycle_case.hpp"
#include "bench/engine_run.hpp"
#include "bench/hold_model.hpp"
#include "bench/rail_bench.hpp"
#include "bench/results.hpp"

namespace {

using namespace railshift::bench;

constexpr const char* kUsage =
    "railshift_bench [--quick] [--only hold|cycle|rail|city] --program RAILSHIFT --out FOLDER   measure\n"
    "railshift_bench --write cycle|city|series --out FOLDER                                write a scenario of the benchmarks\n"
    "railshift_bench --run FOLDER                                                          run the engine on it once, to profile it\n";

struct Request {
  bool quick = false;
  std::string only;
  std::string program;
  std::string out;
  std::string write;
  std::string run;
};

Request request_of(const std::vector<std::string>& words) {
  Request request;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto next = [&] { return i + 1 < words.size() ? words[++i] : throw std::invalid_argument(kUsage); };
    if (words[i] == "--quick")
      request.quick = true;
    else if (words[i] == "--only")
      request.only = next();
    else if (words[i] == "--program")
      request.program = next();
    else if (words[i] == "--out")
      request.out = next();
    else if (words[i] == "--write")
      request.write = next();
    else if (words[i] == "--run")
      request.run = next();
    else
      throw std::invalid_argument(kUsage);
  }
  if (request.out.empty() && request.run.empty()) throw std::invalid_argument(kUsage);
  return request;
}

void write_scenario(const Request& request) {
  ScenarioFolder folder(request.out);
  CityCase city;
  if (request.write == "series") city.kind = Sites::series;
  if (request.write == "cycle")
    write_cycle({10'000}, folder);
  else
    write_city(city, folder);
}

void run_once(const std::string& folder) {
  const Figures f = run_engine(folder);
  fmt::print("{} loads, {} kg, {:.3f} s, {:.3f} us a load, {} allocations, {:.0f} h of waits\n", f.loads, f.kg, f.cpu_seconds,
             f.cpu_seconds * 1e6 / static_cast<double>(f.loads), f.allocations, f.wait_hours);
}

void append(std::vector<Result>& results, const std::vector<Result>& more) { results.insert(results.end(), more.begin(), more.end()); }

std::vector<Result> measure(const Request& request) {
  const auto wanted = [&](const char* part) { return request.only.empty() || request.only == part; };
  std::vector<Result> results;
  if (wanted("hold")) {
    for (const std::uint32_t entities : {1'000U, 10'000U, 100'000U}) append(results, hold_model(entities, request.quick ? 3 : 7));
  }
  if (wanted("cycle")) {
    append(results, cycle_bench({1'000}, request.quick ? 1 : 5));
    append(results, cycle_bench({10'000}, request.quick ? 1 : 3));
    if (!request.quick) append(results, cycle_bench({100'000}, 1));
  }
  if (wanted("rail")) append(results, rail_bench({}, request.quick ? 1 : 3));
  if (wanted("city")) {
    append(results, city_bench({request.quick ? 1 : 3, !request.quick, !request.quick, request.program}));
  }
  return results;
}

void report(const Request& request, Machine machine, const std::vector<Result>& results) {
  machine.load_after = load_average();
  const std::string table = markdown(machine, results);
  write_csv(request.out + "/results.csv", results);
  std::ofstream(request.out + "/results.md") << table;
  fmt::print("{}", table);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Request request = request_of({argv + 1, argv + argc});
    if (!request.write.empty()) {
      write_scenario(request);
      return 0;
    }
    if (!request.run.empty()) {
      run_once(request.run);
      return 0;
    }
    const Machine machine = this_machine();
    report(request, machine, measure(request));
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
}
