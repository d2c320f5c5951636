#include "bench/rail_bench.hpp"

#include <memory>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "bench/measured.hpp"
#include "sim/engine/rail/railway.hpp"
#include "sim/kernel/clock.hpp"

namespace railshift::bench {
namespace {

constexpr std::int64_t kTrainKg = 3'000'000;
constexpr double kMostSeconds = 5.0;
const Month kFirstMonth = make_month(2021, 1);

std::string numbered(const char* what, int n) { return fmt::format("{}-{:04}", what, n); }

Parameter parameter(const char* name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2020, 1, 1), value);
  return p;
}

/// A siding, a line of sections of 50 km at 60 km/h with 96 paths a day, and a movement over all of them, for each line.
World world_of(const RailCase& rail) {
  World w;
  w.settings.start = first_day(kFirstMonth);
  w.parameters =
      Table<Parameter>({parameter("rail.delay_fade", 0.7), parameter("rail.delay_prior", 24.0), parameter("rail.spill_after", 1000.0)});
  std::vector<Flow> flows(1);
  flows[0].id = "flow";
  w.flows = Table<Flow>(std::move(flows));
  std::vector<Siding> sidings;
  std::vector<RailSection> sections;
  std::vector<Line> lines;
  for (int l = 0; l < rail.lines; ++l) {
    Siding siding;
    siding.id = numbered("siding", l);
    siding.tracks = 8;
    siding.train_load = Kilograms{kTrainKg};
    siding.train_hours = Hours{2.0};
    sidings.push_back(siding);
    Line line{numbered("line", l), {}};
    for (int s = 0; s < rail.sections_a_line; ++s) {
      RailSection section;
      section.id = numbered("section", l * rail.sections_a_line + s);
      section.line = Id<Line>{static_cast<std::uint32_t>(l)};
      section.seq = s;
      section.slots_per_day = 96;
      section.length = Kilometres{50.0};
      section.speed = KilometresPerHour{60.0};
      line.sections.push_back(static_cast<std::uint32_t>(sections.size()));
      sections.push_back(section);
    }
    lines.push_back(std::move(line));
  }
  w.sidings = Table<Siding>(std::move(sidings));
  w.rail_sections = Table<RailSection>(std::move(sections));
  w.lines = Table<Line>(std::move(lines));
  w.index();
  return w;
}

engine::LegBook movements_of(const World& world) {
  engine::LegBook book;
  for (const Line& line : world.lines) {
    engine::Movement movement;
    movement.loads_at = Id<Siding>{world.lines.id_of(line).index};
    movement.train_load = kTrainKg;
    for (const std::uint32_t section : line.sections) movement.hops.push_back({section, true});
    book.movements.push_back(std::move(movement));
  }
  return book;
}

/// The railway under SimGrid's clock; counts what arrives.
class RailYear : public engine::Arrivals, public kernel::Stepper {
 public:
  explicit RailYear(const RailCase& rail)
      : rail_(rail),
        world_(world_of(rail)),
        book_(movements_of(world_.now())),
        clock_(kernel::KernelMode::ahead, calendar_, *this),
        railway_(std::make_unique<engine::Railway>(world_, engine::Agenda(calendar_), book_, *this)) {
    learned_.siding_delay_h.assign(world_->sidings.size(), 0.0);
    learned_.line_delay_h.assign(world_->lines.size(), 0.0);
  }

  Figures run() {
    Figures figures;
    const double before = cpu_seconds();
    kernel::start_actor("months", [this] { live(); });
    clock_.run(tick_of(kFirstMonth + rail_.months) + 1);
    figures.cpu_seconds = cpu_seconds() - before;
    figures.loads = railway_->trains();
    figures.kg = arrived_kg_;
    figures.months = rail_.months;
    return figures;
  }

  void train_arrived(const engine::Movement&, std::int64_t kg, Tick) override { arrived_kg_ += kg; }
  void train_spilled(const engine::Movement&, std::int64_t, Tick) override { throw std::runtime_error("no train has a road to go by"); }
  void step(kernel::Key key) override { railway_->supply_event(key.index(), key.tick()); }
  void hint(kernel::Key) override {}
  [[nodiscard]] bool outbox_full() const override { return railway_->outbox_full(); }
  void flush_outbox() override { railway_->flush_outbox(); }

 private:
  [[nodiscard]] static Tick tick_of(Month month) { return static_cast<Tick>(first_day(month) - first_day(kFirstMonth)) * kTicksPerDay; }
  void live() {
    for (Month month = kFirstMonth; month < kFirstMonth + rail_.months; month = month + 1) {
      const std::int64_t trains = std::int64_t{rail_.trains_per_day} / rail_.lines * days_in(month);
      const std::vector<std::int64_t> kg(book_.movements.size(), trains * kTrainKg);
      railway_->begin_month(month, tick_of(month), tick_of(month + 1), kg);
      kernel::sleep_until(tick_of(month + 1));
      railway_->end_month(month, out_, learned_);
    }
    kernel::end_other_actors();
  }

  const RailCase& rail_;
  engine::LiveWorld world_;
  engine::LegBook book_;
  kernel::Calendar calendar_;
  kernel::Clock clock_;
  std::unique_ptr<engine::Railway> railway_;
  std::int64_t arrived_kg_ = 0;
  ledger::Ledger out_;
  MonthBook learned_;
};

}  // namespace

std::vector<Result> rail_bench(const RailCase& rail, int repetitions) {
  std::vector<Measured> runs;
  for (int i = 0; i < repetitions; ++i) runs.push_back(in_child([&] { return RailYear(rail).run(); }));
  const Figures& one = runs.front().figures;
  const auto asked = std::int64_t{rail.trains_per_day} * (first_day(kFirstMonth + rail.months) - first_day(kFirstMonth));
  // Those of the last day are on their way.
  if (one.loads != asked || one.kg < (asked - 2 * rail.trains_per_day) * kTrainKg)
    throw std::runtime_error(fmt::format("{} of {} trains ran, {} kg arrived", one.loads, asked, one.kg));
  const double seconds = median(runs, [](const Measured& run) { return run.figures.cpu_seconds; });
  const std::string size = fmt::format("{} trains a day over {} of {} sections, {} months", rail.trains_per_day, rail.sections_a_line,
                                       rail.lines * rail.sections_a_line, rail.months);
  return {limited({"railway", size, "engine", "", {}, seconds, "s", {}}, kMostSeconds)};
}

}  // namespace railshift::bench
